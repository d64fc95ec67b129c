import type { CellMarks } from './model/cell-marks.ts'
import type { Language } from './model/language.ts'
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
  /** Rows of one tab that the process which opened it can hold (faults.md F12). */
  readonly mostRows: number
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

/** A picture inside a mail, referred to as `cid:…`. */
interface MailImage {
  cid: string
  fileName: string
  png: Uint8Array
  alternative: string
}

/** A message to exactly one validated address, with everything in it decided. */
export interface Mail {
  from: { name: string; address: string }
  replyTo: string | null
  to: { name: string; address: string }
  subject: string
  html: string
  text: string
  images: readonly MailImage[]
  /** Names the message in our own header X-Tallysheet-Key, by which it is found again. */
  key: string
  messageId: string
  /** One-click and mail addresses of List-Unsubscribe; null where there is none. */
  unsubscribe: { url: string | null; mailto: string | null } | null
  language: Language
}

/**
 * How sending ended. `rejected`: refused for good, because of this address; `later`: proven not accepted, try again; `stopped`: nobody
 * gets anything for now (daily limit, sign-in); `unknown`: it may or may not have been accepted.
 */
export type SendOutcome =
  | { state: 'sent'; reference: string }
  | { state: 'rejected' | 'later' | 'stopped' | 'unknown'; reason: string }

/** The way out for mails. Nothing here throws but Failure, and that only before anything may have left. */
export interface MailDoor {
  /** Kept in a log and in Sent: `smtp` or `gmail`. */
  readonly kind: string
  /** Lays the message down where it can be sent from (a Gmail draft) and gives its id; null where there is no such place (SMTP). */
  prepare(mail: Mail): Promise<string | null>
  send(mail: Mail, preparedId: string | null): Promise<SendOutcome>
  /** What became of a send whose outcome is unknown; `unknown` where nobody can tell. */
  reconcile(mail: Mail, preparedId: string | null): Promise<'sent' | 'not-sent' | 'unknown'>
  close(): Promise<void>
}

/** A stored object; the generation changes with every write. */
export interface StoredObject {
  name: string
  text: string
  generation: string
}

/** A door to one bucket of small text objects, with compare-and-set. Every method throws Failure (`store-unavailable`) when it is down. */
export interface ObjectStore {
  read(name: string): Promise<StoredObject | null>
  /** Writes if the object is still at that generation, '0' meaning that there is none; null when somebody else was first. */
  write(name: string, text: string, ifGeneration: string): Promise<StoredObject | null>
  /** Names and generations, sorted by name. */
  list(prefix: string): Promise<{ name: string; generation: string; updatedAt: string }[]>
  remove(name: string, ifGeneration: string): Promise<boolean>
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
