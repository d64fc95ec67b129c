import { afterEach, expect, test } from 'vitest'
import type { JsonObject } from '../../../infra/local/google-apis/json.ts'
import type { Failure } from '../../../shared/errors.ts'
import { check } from '../../../shared/jobs/check.ts'
import { type County, startCounty } from '../../support/county.ts'

// What the values alone don't show: formulas, merges, hidden rows, a block pasted one column off (inputs.md B18, B31, B32, B48, B52).

let county: County
afterEach(() => county?.close())

const TAB = '月度填报'
const sheetId = async () => (await county.open().structure()).sheets.find(({ title }) => title === TAB)!.sheetId
const change = (...requests: JsonObject[]) => county.edit({ kind: 'requests', requests })
const type = (cell: string, value: string | number) => county.edit({ kind: 'editCell', sheet: TAB, cell, value })

test('B48 S10 live formulas that fetch from elsewhere are not counted and listed; one that adds up is no matter', async () => {
  county = await startCounty()
  type('D3', '=IMPORTXML("https://example.test","//a")+20')
  type('D5', '=HYPERLINK("https://example.test","40")')
  type('D7', '=30+30')
  const { ok, findings } = await check({ language: 'zh-CN', today: county.today }, county.world())
  expect(ok).toBe(false)
  expect(findings.filter((finding) => finding.check === 'formulas').map(({ where }) => where)).toEqual([`“${TAB}” D5`])
  // The other one can't be evaluated and is an error by its value already.
  const { rows, problems, run } = await county.recalculate()
  expect(problems.filter(({ rule }) => rule === 'formula-error').map(({ cell }) => cell)).toEqual(['D5', 'D3'])
  expect(rows).toMatchObject({ read: 6, rejected: 2 })
  expect((await county.show('runs')).map((row) => row[1])).toEqual([expect.any(String), run.id])
  expect((await county.show('problems')).flat()).toContain('公式出错')
})

test('B48 the runs after the first one know of such a formula, until it is gone', async () => {
  county = await startCounty()
  type('D5', '=HYPERLINK("https://example.test","40")')
  await county.recalculate()
  const second = await county.recalculate()
  expect(second.rows).toMatchObject({ rejected: 1 })
  expect(second.run).toMatchObject({ changed: false, requests: { read: 3, write: 1 } })
  type('D5', 40)
  expect((await county.recalculate()).rows).toMatchObject({ rejected: 0 })
  expect((await county.recalculate()).run).toMatchObject({ changed: false, requests: { read: 2, write: 1 } })
})

test('B48 a formula typed while the run is under way is seen by the same run', async () => {
  county = await startCounty()
  const value = '=HYPERLINK("https://example.test","40")'
  county.apis.editors.before({ on: 'write', nth: 1, script: { edits: [{ kind: 'editCell', sheet: TAB, cell: 'D5', value }] } })
  expect((await county.recalculate()).rows).toMatchObject({ rejected: 1 })
})

test('B18 the error of a formula is a formula error; so is its text typed by hand', async () => {
  county = await startCounty()
  type('D3', '=1/0')
  type('D5', "'#REF!")
  const { problems } = await county.recalculate()
  expect(problems.map(({ rule, cell }) => [rule, cell])).toEqual(
    expect.arrayContaining([
      ['formula-error', 'D3'],
      ['formula-error', 'D5'],
    ]),
  )
})

test('B31 merged cells are asked about, each row that they cover by name', async () => {
  county = await startCounty()
  change({
    mergeCells: {
      range: { sheetId: await sheetId(), startRowIndex: 1, endRowIndex: 3, startColumnIndex: 3, endColumnIndex: 4 },
      mergeType: 'MERGE_ALL',
    },
  })
  const { problems, rows } = await county.recalculate()
  const merged = problems.filter(({ rule }) => rule === 'merged-cells')
  expect(merged.map(({ row, advice }) => [row, advice.includes('D2:D3')])).toEqual([
    [2, true],
    [3, true],
  ])
  expect(rows).toMatchObject({ held: 1, rejected: 1, accepted: 4 })
})

test('B32 hidden rows count like the others, and are counted', async () => {
  county = await startCounty()
  const range = { sheetId: await sheetId(), dimension: 'ROWS', startIndex: 2, endIndex: 4 }
  change({ updateDimensionProperties: { range, properties: { hiddenByUser: true }, fields: 'hiddenByUser' } })
  const { rows, indicators } = await county.recalculate()
  expect(rows).toMatchObject({ read: 6, accepted: 6, hidden: 2 })
  expect(indicators[0]!.value).toBe(1_200_000)
})

test('B52 a block pasted one column off stops the run, names the columns, and keeps the last figures', async () => {
  const enterprises = Array.from({ length: 40 }, (_, index) => [`企业${index + 1}`, null, null, null])
  county = await startCounty({
    enterprises,
    submissions: enterprises.map(([name], index) => ['2025-02', name!, null, 100 + index, null, null, 30, null]),
  })
  await county.recalculate()
  const summary = await county.show('summary')
  const source = { sheetId: await sheetId(), startRowIndex: 1, endRowIndex: 30, startColumnIndex: 0, endColumnIndex: 7 }
  change({
    cutPaste: { source, destination: { sheetId: source.sheetId, rowIndex: 1, columnIndex: 1 }, pasteType: 'PASTE_VALUES' },
  })
  const failure = (await county.recalculate().catch((thrown) => thrown)) as Failure
  expect(failure).toMatchObject({ code: 'columns-shifted', facts: { tab: TAB } })
  expect((await county.show('summary')).toSpliced(1, 1)).toEqual(summary.toSpliced(1, 1))
})
