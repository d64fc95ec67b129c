import { expect } from 'vitest'
import { hasContent } from '../../infra/local/google-apis/cell.ts'
import type { Grid } from '../../infra/local/google-apis/grid.ts'
import type { JsonObject } from '../../infra/local/google-apis/json.ts'
import type { RecalculateRequest } from '../../shared/jobs/recalculate.ts'
import { KEY_TEXT_LENGTH } from '../../shared/model/row-key.ts'
import { SETTING_KEYS } from '../../shared/model/settings.ts'
import type { SheetRequest } from '../../shared/model/sheet-request.ts'
import { type CellValue, COLUMNS, type INPUT_TABS, type TabKey } from '../../shared/model/tabs.ts'
import { textsFor } from '../../shared/model/texts/texts.ts'
import { type County, startCounty } from './county.ts'
import { cutEmptyRows } from './cut-empty-rows.ts'
import { ownedByPeople } from './owned-by-people.ts'
import { isSummaryFormula, recording, writtenIn } from './written.ts'

const { workbook: zh, charts } = textsFor('zh-CN')
const VERDICTS: CellValue[] = Object.values(zh.verdict)
const OUTPUT_TABS = ['summary', 'problems', 'history', 'runs', 'status'] as const

type InputTab = (typeof INPUT_TABS)[number]

/** Columns of Submissions that people type. */
const TYPED_COLUMNS = COLUMNS.submissions.indexOf('status')

const CLEAN = ['甲铸造有限公司', '乙碳素有限公司', '丙建材有限公司', '丁食品有限公司'] as const
const cleanRows = (name: string): CellValue[][] =>
  ['2025-02', '2025-03'].map((period, month) => [period, name, null, 10 * (month + 1), null, null, null, null])

/** Two clean rows of an enterprise of their own, for below the hostile ones. */
export const LAST_CLEAN_ROWS = cleanRows(CLEAN[3])

/** A row of each tab that is in order, for the enterprise or thing with that number. */
const GOOD_ROW: Record<InputTab, (n: number) => CellValue[]> = {
  submissions: (n) => ['2025-03', `受测企业${n}`, null, 100 + n, null, 90 + n, null, null],
  enterprises: (n) => [`受测企业${n}`, ...empty(12)],
  titles: (n) => [`受测企业${n}`, 'gazelle', null, '2024-01-01', null],
  clusters: (n) => [`c${n}`, `集群${n}`, `Cluster ${n}`, null],
  targets: (n) => [`t${n}`, `指标${n}`, `Target ${n}`, 'listed', 'county', 'track', null, null, '家', ...empty(5)],
  milestones: (n) => [`m${n}`, `任务${n}`, null, null, '2026-12-31', 'in-progress', 10, null],
  recipients: (n) => [`r${n}@example.cn`, null, 'county', null, 'weekly', null, null],
  settings: (n) => [SETTING_KEYS[n % SETTING_KEYS.length]!, null, null],
}
const empty = (count: number): null[] => Array(count).fill(null)

/** A cell with the value as it is: no text is parsed. */
export const literal = (value: CellValue): JsonObject =>
  value === null || value === ''
    ? {}
    : { userEnteredValue: typeof value === 'number' ? { numberValue: value } : { stringValue: String(value) } }

/** A cell with a formula, which must begin with `=`. */
export const live = (formula: string): JsonObject => ({ userEnteredValue: { formulaValue: formula } })

/** A county with six clean rows, and ways to type into it whatever people might. */
export interface HostileCounty extends County {
  sheetOf(tab: TabKey): ReturnType<County['apis']['state']['all'][0]['spreadsheet']['sheet']>
  /** Types cells below what the tab holds, or from a row (from 0) on. */
  type(tab: TabKey, rows: readonly (readonly JsonObject[])[], rowIndex?: number): void
  /** Types a good row for each of the cells, with that cell in place of its own; a column that the tab lacks is none of its. */
  typeThrough(tab: InputTab, column: number, cells: readonly JsonObject[]): void
  /** Runs twice and holds everything against the promises. */
  expectCalmRun(request?: Partial<RecalculateRequest>): Promise<void>
}

export async function startHostileCounty(): Promise<HostileCounty> {
  const county = await startCounty({
    enterprises: CLEAN.map((name) => [name]),
    submissions: CLEAN.slice(0, 3).flatMap(cleanRows),
  })
  cutEmptyRows(county)
  const { sheets } = county.apis.state.all[0]!.spreadsheet
  const ids = new Map(sheets.map(({ title, sheetId }) => [title, sheetId]))
  const sheetOf: HostileCounty['sheetOf'] = (tab) => county.apis.state.all[0]!.spreadsheet.sheet(ids.get(zh.tab[tab]))

  const type: HostileCounty['type'] = (tab, rows, rowIndex = firstFreeRow(sheetOf(tab).grid)) => {
    const { sheetId, grid } = sheetOf(tab)
    const missing = rowIndex + rows.length - grid.rowCount
    const written = { rows: rows.map((values) => ({ values })), fields: 'userEnteredValue' }
    const requests: JsonObject[] = [
      ...(missing > 0 ? [{ appendDimension: { sheetId, dimension: 'ROWS', length: missing } }] : []),
      { updateCells: { start: { sheetId, rowIndex, columnIndex: 0 }, ...written } },
    ]
    county.edit({ kind: 'requests', requests })
  }

  const typeThrough: HostileCounty['typeThrough'] = (tab, column, cells) => {
    const good = cells.map((_, n) => GOOD_ROW[tab](n).map(literal))
    // The register is what the other tabs' rows refer to.
    if (column < good[0]!.length)
      type(
        tab,
        good.map((row, n) => row.with(column, cells[n]!)),
      )
    else if (tab === 'enterprises') type(tab, good)
  }

  const expectCalmRun: HostileCounty['expectCalmRun'] = async (request) => {
    const owned = ownedByPeople(sheetOf)
    const workbook = recording(county.open())
    const document = await county.recalculate(request, workbook)
    expectOnlyTypedCells(workbook.committed, sheetOf('runs').title)
    expectNoFormulaInOurTabs(sheetOf)
    expect(ownedByPeople(sheetOf)).toBe(owned)
    expect(JSON.parse(JSON.stringify(document))).toEqual(document)
    const { read, accepted, noted, held, rejected } = document.rows
    expect(accepted + noted + held + rejected).toBe(read)

    const [cells] = await county.open().cells([{ title: sheetOf('submissions').title }])
    const shown = cells!.slice(1).filter((row) => row.slice(0, TYPED_COLUMNS).some((cell) => cell !== ''))
    expect(shown).toHaveLength(read)
    expect(shown.filter((row) => !isHalved(row) && !VERDICTS.includes(row[TYPED_COLUMNS] ?? null))).toEqual([])
    const neighbours = shown.filter((row) => (CLEAN as readonly CellValue[]).includes(row[1] ?? null))
    expect(neighbours.length).toBeGreaterThanOrEqual(6)
    for (const row of neighbours) expect(row.slice(TYPED_COLUMNS)).toEqual([zh.verdict.accepted])

    const again = recording(county.open())
    await county.recalculate({ ...request, reason: 'again' }, again)
    // Only the run's own row in Runs.
    expect(writtenIn(again.committed.slice(0, -2)).texts).toEqual([])
  }
  return { ...county, sheetOf, type, typeThrough, expectCalmRun }
}

/**
 * A row is looked up by the first characters of its texts. Where that leaves half of a surrogate pair, the formula looks for what no
 * cell can be made to hold: the row is judged, but its status goes on saying that it isn't.
 */
const isHalved = (row: readonly CellValue[]): boolean =>
  row.some((cell) => typeof cell === 'string' && !cell.slice(0, KEY_TEXT_LENGTH).isWellFormed())

/** Below the last cell that holds anything: rows that only have a format are free. */
function firstFreeRow(grid: Grid): number {
  let row = grid.usedRows
  while (row > 0 && !(grid.cells(row - 1) ?? []).some(hasContent)) row--
  return row
}

/** All texts that a run sends elsewhere than into cells. */
const OWN_WORDS = /^([\w.,()]+|[+\-#,0.%;]+( ?"[^"]{1,12}")?|#gid=\d+&range=([A-Z]+\d+|(\d+):\4)|tallysheet\.fetching)$/

/** The charts are pointed at other cells when clusters are added. */
const CHART_WORDS: readonly string[] = [...Object.values(charts.title), charts.amount]

/** Only typed values go into cells, none that Google would refuse, and nothing else that is sent has a text of people's in it. */
function expectOnlyTypedCells(committed: readonly SheetRequest[], runsTitle: string): void {
  const { texts, numbers, formulas, others } = writtenIn(committed)
  expect(formulas.filter((formula) => !isSummaryFormula(formula, runsTitle))).toEqual([])
  expect([...others].filter((text) => !OWN_WORDS.test(text) && !CHART_WORDS.includes(text))).toEqual([])
  expect(texts.filter((text) => text.length > 50_000 || !text.isWellFormed())).toEqual([])
  expect(numbers.every(Number.isFinite)).toBe(true)
}

function expectNoFormulaInOurTabs(sheetOf: HostileCounty['sheetOf']): void {
  for (const tab of OUTPUT_TABS) {
    const { grid } = sheetOf(tab)
    const slots = Array.from({ length: grid.usedRows }, (_, row) => grid.cells(row) ?? []).flat()
    const formulas = slots.flatMap((slot) => (typeof slot === 'object' && slot.formula !== undefined ? [slot.formula] : []))
    const isOurs = (formula: string) => tab === 'summary' && isSummaryFormula(formula, sheetOf('runs').title)
    expect(formulas.filter((formula) => !isOurs(formula))).toEqual([])
  }
}
