import type { Progress } from '../model/progress.ts'
import type { SheetRequest } from '../model/sheet-request.ts'
import { type CellValue, COLUMNS, type ColumnKey, type TabKey, type TableKey } from '../model/tabs.ts'
import type { Texts } from '../model/texts/texts.ts'
import type { SheetState, World } from '../ports.ts'
import { type CellContent, changedCells, growColumns, growRows, insertRows, writeCells } from '../report/cells.ts'
import { compactHistory } from '../report/history-compaction.ts'
import { historyRows } from '../report/history-tab.ts'
import { problemCells } from '../report/problems-tab.ts'
import { renderStatusTab } from '../report/status-tab.ts'
import { columnsOf, createTab, NEW_TAB_ROWS } from '../report/template/create-tab.ts'
import { placeStatusFormula } from '../report/template/status-formula-mending.ts'
import { hasFetchingFormulas, markFetching } from './fetching-formulas.ts'
import type { Judgement } from './judge-workbook.ts'
import type { Snapshot } from './read-snapshot.ts'
import { renderSummaryTab } from './render-summary-tab.ts'
import type { RunIdentity } from './run-identity.ts'

/** What a run is going to write, as data. */
export interface RenderedRun {
  requests: SheetRequest[]
  /** Cells written, without the row in Runs. */
  cells: number
  /** The formula of the status columns had to be put back. */
  formulaRestored: boolean
  /** Labels Summary while the run is written in several steps. */
  label: { begin: readonly SheetRequest[]; end: readonly SheetRequest[] }
  /** Where Runs is, or will be. */
  runsSheetId: number
  /** Takes the oldest rows of Runs away, where it has more than it should. */
  trimRuns: readonly SheetRequest[]
}

type OutputSheet = Pick<SheetState, 'sheetId' | 'rowCount' | 'columnCount'>

const OUTPUT_TABS = ['status', 'charts', 'summary', 'problems', 'history', 'runs'] as const satisfies readonly TabKey[]

/** Everything that a run writes but its own row in Runs: only cells that changed. Output tabs that are missing are made anew. */
export function renderRun(
  snapshot: Snapshot,
  judgement: Judgement,
  progress: Progress,
  run: RunIdentity,
  texts: Texts,
  world: World,
): RenderedRun {
  const { sheets, made } = outputSheets(snapshot, texts, world)
  const present = (tab: 'status' | 'problems' | 'history') => snapshot.cells[tab] ?? headerOf(tab, texts)
  const status = renderStatusTab(sheets.status, present('status'), judgement.rows, texts)
  const summary = renderSummaryTab(
    snapshot,
    judgement,
    progress,
    run,
    sheets,
    made.map(({ tab }) => tab),
    texts,
  )
  const problems = renderBlock(
    sheets.problems,
    present('problems'),
    problemCells(present('problems'), judgement.listed, (tab) => snapshot.tabs[tab], judgement.today, texts),
  )
  const news = historyRows(present('history'), progress, run, texts)
  const history = renderHistory(sheets.history, present('history'), news)
  const { place } = judgement.formula
  // A deleted _status leaves #REF! inside the formula, so it is placed anew together with the tab.
  const restores = !judgement.formula.intact || made.some(({ tab }) => tab === 'status')
  const submissions = snapshot.tabs.submissions!
  const formula = restores
    ? [
        ...growColumns(submissions.sheetId, submissions.columnCount, place.column + 2),
        ...placeStatusFormula(submissions.sheetId, place.headerRow, place.column, judgement.formula.text),
      ]
    : []
  return {
    requests: [
      ...made.flatMap(({ requests }) => requests),
      ...status.requests,
      ...summary.requests,
      ...problems.requests,
      ...history,
      ...formula,
      ...markFetching(submissions, snapshot.looked ? hasFetchingFormulas(judgement.intake) : undefined),
    ],
    cells: status.cells + summary.cells + problems.cells + news.length * COLUMNS.history.length,
    label: summary.label,
    formulaRestored: restores,
    runsSheetId: sheets.runs.sheetId,
    trimRuns: trimRuns(sheets.runs),
  }
}

const headerOf = (tab: TabKey, texts: Texts): CellValue[][] => {
  if (!(tab in COLUMNS)) return []
  const headers = texts.workbook.header[tab as TableKey] as Record<ColumnKey, string>
  return [(COLUMNS[tab as TableKey] as readonly ColumnKey[]).map((key) => headers[key])]
}

/** The output tabs as they are, or made anew where somebody deleted them (F26). */
function outputSheets(snapshot: Snapshot, texts: Texts, world: World) {
  const made: { tab: TabKey; requests: SheetRequest[] }[] = []
  const sheets = Object.fromEntries(
    OUTPUT_TABS.map((tab) => {
      const found = snapshot.tabs[tab]
      if (found) return [tab, found]
      const sheetId = newSheetId(world, snapshot.structure.sheets)
      made.push({ tab, requests: createTab(tab, sheetId, NEW_TAB_ROWS, null, texts) })
      return [tab, { sheetId, rowCount: NEW_TAB_ROWS, columnCount: columnsOf(tab) }]
    }),
  ) as Record<(typeof OUTPUT_TABS)[number], OutputSheet>
  return { sheets, made }
}

/** New rows on top; when the tab grows past its size, everything in it is written anew, compacted (faults.md F30). */
function renderHistory(sheet: OutputSheet, present: readonly CellValue[][], news: readonly CellValue[][]): SheetRequest[] {
  if (news.length === 0) return []
  const compacted = compactHistory([...news, ...present.slice(1)])
  if (!compacted) return [insertRows(sheet.sheetId, 1, news.length), writeCells(sheet.sheetId, 1, 0, news)]
  const blank = Array<CellValue>(COLUMNS.history.length).fill(null)
  const rows = [...compacted, ...Array<CellValue[]>(Math.max(0, present.length - 1 - compacted.length)).fill(blank)]
  return [...growRows(sheet.sheetId, sheet.rowCount, rows.length + 1), writeCells(sheet.sheetId, 1, 0, rows)]
}

/** Rows that Runs may have: years of daily runs. The oldest go, so that the workbook never grows full (faults.md F30). */
const RUNS_ROWS = 5_000

const trimRuns = ({ sheetId, rowCount }: OutputSheet): SheetRequest[] =>
  rowCount <= RUNS_ROWS
    ? []
    : [{ deleteDimension: { range: { sheetId, dimension: 'ROWS', startIndex: RUNS_ROWS, endIndex: rowCount } } }]

/** An id that no sheet has; Google takes any positive 31-bit number. */
export function newSheetId(world: World, sheets: readonly { sheetId: number }[]): number {
  const id = 1_000_000 + Math.floor(world.random() * 2_000_000_000)
  return sheets.some(({ sheetId }) => sheetId === id) ? newSheetId(world, sheets) : id
}

function renderBlock({ sheetId, rowCount, columnCount }: OutputSheet, before: CellValue[][], after: CellContent[][]) {
  const { requests, cells } = changedCells(sheetId, 0, 0, before, after)
  const room = [
    ...growRows(sheetId, rowCount, after.length),
    // Editors may have deleted columns, and an older workbook has fewer.
    ...growColumns(
      sheetId,
      columnCount,
      after.reduce((widest, { length }) => Math.max(widest, length), 0),
    ),
  ]
  return { requests: [...room, ...requests], cells }
}
