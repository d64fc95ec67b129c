import { afterEach, describe, expect, test } from 'vitest'
import { Failure } from '../../../shared/errors.ts'
import { COLUMNS, type TabKey } from '../../../shared/model/tabs.ts'
import { type HostileCounty, literal, startHostileCounty } from '../../support/hostile-county.ts'
import { HOSTILE_TEXTS } from '../../support/hostile-texts.ts'
import { isSummaryFormula, recording, writtenIn } from '../../support/written.ts'

// security.md S09: what people make of titles and headers. A title is the one text of theirs that a formula of ours must name.

let county: HostileCounty
afterEach(() => county?.close())

const STATUS = COLUMNS.submissions.indexOf('status')
const OUTPUT = COLUMNS.submissions.indexOf('outputYtd')
const TABS: readonly TabKey[] = ['summary', 'guide', ...(Object.keys(COLUMNS) as (keyof typeof COLUMNS)[])]

/** Gives the tab the title, if Google would take it. */
function rename(tab: TabKey, title: string): boolean {
  const requests = [{ updateSheetProperties: { properties: { sheetId: county.sheetOf(tab).sheetId, title }, fields: 'title' } }]
  return county.apis.editors.apply({ edits: [{ kind: 'requests', requests }] }) === 0
}

const overwrite = (column: number, text: string) => {
  const { sheetId } = county.sheetOf('submissions')
  const start = { sheetId, rowIndex: 0, columnIndex: column }
  const requests = [{ updateCells: { start, rows: [{ values: [literal(text)] }], fields: 'userEnteredValue' } }]
  county.edit({ kind: 'requests', requests })
}

/** The formula that a run puts back where somebody typed over it. */
async function formulaPutBack(): Promise<string> {
  overwrite(STATUS, 'x')
  const workbook = recording(county.open())
  await county.recalculate({}, workbook)
  const runsTitle = county.sheetOf('runs').title
  const formulas = writtenIn(workbook.committed).formulas.filter((each) => !isSummaryFormula(each, runsTitle))
  expect(formulas).toHaveLength(1)
  return formulas[0]!
}

test('every text as the title of a tab', async () => {
  county = await startHostileCounty()
  // No title of Google's holds half of a surrogate pair.
  const titles = HOSTILE_TEXTS.filter((text) => text.isWellFormed())
  let renamed = 0
  for (let next = 0; next < titles.length; next += TABS.length) {
    renamed += titles.slice(next, next + TABS.length).filter((title, place) => rename(TABS[place]!, title)).length
    await county.expectCalmRun()
  }
  expect(renamed).toBeGreaterThan(500)
})

test('the status formula names the title of _status in quotes, and nothing else that people typed', async () => {
  county = await startHostileCounty()
  const ours = (formula: string, title: string) => formula.replaceAll(`'${title.replaceAll("'", "''")}'!`, '_!')
  const own = ours(await formulaPutBack(), '_status')
  expect(own).not.toContain('_status')
  const titles = HOSTILE_TEXTS.filter((text) => /['"=!&\\{}$,|]/.test(text) && text.length < 100)
  let renamed = 0
  for (const title of titles.filter((_, index) => index % 12 === 0)) {
    if (!rename('status', title)) continue
    renamed++
    expect(ours(await formulaPutBack(), title)).toBe(own)
    await county.expectCalmRun()
  }
  expect(renamed).toBeGreaterThan(10)
})

describe('headers', () => {
  test('every text as a header of a column that is no column of ours', async () => {
    county = await startHostileCounty()
    const { sheetId, grid } = county.sheetOf('submissions')
    const length = HOSTILE_TEXTS.length
    const start = { sheetId, rowIndex: 0, columnIndex: grid.columnCount }
    const requests = [
      { appendDimension: { sheetId, dimension: 'COLUMNS', length } },
      { updateCells: { start, rows: [{ values: HOSTILE_TEXTS.map(literal) }], fields: 'userEnteredValue' } },
    ]
    county.edit({ kind: 'requests', requests })
    await county.expectCalmRun()
  })

  test('texts in place of a header that is needed: a failure that can be told, and nothing written', async () => {
    county = await startHostileCounty()
    for (const text of HOSTILE_TEXTS.filter((each, index) => index % 8 === 0 && each.length < 1000)) {
      overwrite(OUTPUT, text)
      const workbook = recording(county.open())
      const failure = await county.recalculate({}, workbook).catch((thrown: unknown) => thrown as Failure)
      if (!(failure instanceof Failure)) throw new Error(`No failure for ${JSON.stringify(text)}`)
      expect(failure.code).toBe('column-missing')
      expect(failure.message.isWellFormed()).toBe(true)
      expect(failure.message).not.toMatch(/(?![\n\t])\p{Cc}/u)
      expect(workbook.committed).toEqual([])
    }
  })
})
