import type { CellMarks } from './model/cell-marks.ts'
import type { RowLooks, SheetLooks } from './model/sheet-looks.ts'
import type { ChartSpec, SheetRequest } from './model/sheet-request.ts'
import type { TabDetails } from './model/tab-details.ts'
import type { CellValue } from './model/tabs.ts'

/** One sheet of a spreadsheet, without its cells. */
export interface SheetState {
  sheetId: number
  title: string
  index: number
  hidden: boolean
  rowCount: number
  columnCount: number
  /** Value of the developer metadata `tallysheet.tab`, or null. */
  key: string | null
  /** Id of that metadata, or null. */
  keyId: number | null
  /** An earlier run found formulas in it that fetch from elsewhere. */
  fetching: boolean
  /** Charts that lie on it. */
  charts: readonly { id: number; spec: ChartSpec }[]
  /** Of sheets that carry a key; formulas only where asked for. */
  marks?: CellMarks
}

/** A spreadsheet without its cells. */
export interface Structure {
  spreadsheetId: string
  title: string
  url: string
  timeZone: string
  locale: string
  /** Id of the sheet that serves as fence, or null before set-up. */
  fence: number | null
  /** All sheets but the fence. */
  sheets: readonly SheetState[]
}

/** How a fenced commit ended. `lost`: somebody else committed since the fence was read; nothing was written. */
export type CommitOutcome = 'committed' | 'lost'

/** What a commit saw of a tab right after it was applied. */
export interface SeenTab {
  formulas: CellMarks['formulas']
  hiddenRows: number
}

export interface RequestCounts {
  read: number
  write: number
}

/** The door to one spreadsheet: plain cells in and out. Every method throws Failure when Google or the network is at fault. */
export interface Workbook {
  /** One read request; with `marks` also the cells' formulas, which is dear in a large workbook. */
  structure(include?: { marks: true }): Promise<Structure>
  /** Whole sheets or A1 ranges within them, in one read request: unformatted values, dates as the text they show; or formulas. */
  cells(ranges: readonly { title: string; range?: string }[], as?: 'values' | 'formulas'): Promise<CellValue[][][]>
  /** What the template looks at in the first `rows` rows of the sheets, in one read request and in the same order. */
  details(sheets: readonly { title: string; rows: number }[]): Promise<TabDetails[]>
  /**
   * Applies all requests in one atomic write, or nothing. With a fence it succeeds only if the sheet `from` still exists, and
   * leaves the sheet `to` in its place (faults.md, "Computation converges").
   */
  commit(requests: readonly SheetRequest[], fence?: { from: number; to: number }): Promise<CommitOutcome>
  /** The same, and looks at the sheet of that title in the same request; `seen` is null where the answer was lost. */
  commitAndLook(
    requests: readonly SheetRequest[],
    fence: { from: number; to: number },
    title: string,
  ): Promise<{ outcome: CommitOutcome; seen: SeenTab | null }>
  /** Requests sent so far, by kind. */
  readonly requests: RequestCounts
}

/** The door to what a spreadsheet looks like. Every method throws Failure when Google or the network is at fault. */
export interface WorkbookLooks {
  /** All sheets but the fence, in their order; one read request. */
  sheets(): Promise<SheetLooks[]>
  /** The sheet's rows in order, some thousand at a time, a read request each; within a block empty rows at its end are left out. */
  rows(sheet: SheetLooks): AsyncIterable<{ first: number; rows: RowLooks[] }>
  readonly requests: RequestCounts
}

/** Creates spreadsheets. */
export interface WorkbookMaker {
  create(title: string, locale: string, timeZone: string): Promise<string>
}

/** What of the runs is remembered outside the spreadsheet, so that a restored older version is noticed (faults.md F44). */
export interface RunLedger {
  latest(spreadsheetId: string): Promise<string | null>
  record(spreadsheetId: string, runId: string): Promise<void>
}

/** The world that a job lives in; functions pass the real one, tests a made one. */
export interface World {
  now(): Date
  /** A fraction in [0, 1). */
  random(): number
  log: Log
}

/** Fields of a log line carry no figure, address or token. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>

export interface Log {
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields): void
}
