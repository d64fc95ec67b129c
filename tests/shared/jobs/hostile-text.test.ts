import { afterEach, describe, expect, test } from 'vitest'
import { importReports } from '../../../shared/jobs/import-reports.ts'
import { COLUMNS, INPUT_TABS } from '../../../shared/model/tabs.ts'
import { type HostileCounty, LAST_CLEAN_ROWS, literal, live, startHostileCounty } from '../../support/hostile-county.ts'
import { FORMULA_TEXTS, HOSTILE_TEXTS } from '../../support/hostile-texts.ts'
import { recording, writtenIn } from '../../support/written.ts'

// security.md S09, inputs.md B45 to B49: whatever people type stays text, and harms no row beside it.

let county: HostileCounty
afterEach(() => county?.close())

const numbered = (count: number) => Array.from({ length: count }, (_, index) => [index + 1] as const)

describe('typed as text', () => {
  const widest = Math.max(...INPUT_TABS.map((tab) => COLUMNS[tab].length))

  test.each(numbered(widest))('every text through column %i of every tab', async (number) => {
    county = await startHostileCounty()
    for (const tab of INPUT_TABS) county.typeThrough(tab, number - 1, HOSTILE_TEXTS.map(literal))
    county.type(
      'submissions',
      LAST_CLEAN_ROWS.map((row) => row.map(literal)),
    )
    await county.expectCalmRun()
  })

  test('in what a run is asked with', async () => {
    county = await startHostileCounty()
    for (const text of FORMULA_TEXTS.slice(0, 3)) await county.expectCalmRun({ reason: text, who: text, trigger: text })
  })
})

describe('typed as a live formula', () => {
  const FORMULAS = [
    '=1+1',
    '="a"&"b"',
    '=IMPORTXML("http://evil.example","//a")',
    '=IMPORTRANGE("1abc","A1")',
    '=HYPERLINK("http://evil.example",12)',
    '=IMAGE("http://evil.example/a.png")',
    '=1/0',
    '=NOSUCHFUNCTION(1)',
    '=Z1',
  ]

  test.each(numbered(COLUMNS.targets.length))('through column %i of every tab: never copied as a formula', async (number) => {
    county = await startHostileCounty()
    for (const tab of INPUT_TABS) county.typeThrough(tab, number - 1, FORMULAS.map(live))
    await county.expectCalmRun()
  })
})

describe('in a file to import', () => {
  const FIELDS = ['period', 'enterprise', 'creditCode', 'cluster', 'outputMonth'] as const

  test.each(FIELDS)('every text as %s', async (field) => {
    county = await startHostileCounty()
    const header = FIELDS.map((name) => `${name} <b>=1+1</b>`)
    const rows = HOSTILE_TEXTS.map((text, n) => ['2025-02', `受测企业${n}`, null, '集群', 7].with(FIELDS.indexOf(field), text))
    const workbook = recording(county.open())
    const request = {
      fileName: '=HYPERLINK("http://evil.example").csv',
      table: { header: [...header, ...FORMULA_TEXTS], rows, firstRow: 2 },
      map: FIELDS.map((name, index) => `${name}=${header[index]}`).join(','),
      addEnterprises: true,
      today: county.today,
    }
    const document = await importReports(request, county.world(workbook))
    expect(document.read).toBe(HOSTILE_TEXTS.length)
    expect(JSON.parse(JSON.stringify(document))).toEqual(document)
    const { formulas, texts } = writtenIn(workbook.committed)
    expect(formulas).toEqual([])
    expect(texts.filter((text) => text.length > 50_000 || !text.isWellFormed())).toEqual([])
    await county.expectCalmRun()
  })
})
