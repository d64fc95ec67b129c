/** What the page's server and its client say to each other. Rows and columns count from 0. */

/** Where the product stands: told anew whenever anything changed. */
export interface WorkbookState {
  version: number
  title: string
  /** Language of the workbook's words. */
  language: 'zh-CN' | 'en'
  /** The day the functions take for today, and whether somebody set it. */
  day: string
  dayIsSet: boolean
  tabs: readonly TabName[]
  can: { digest: boolean; remind: boolean; reset: boolean }
  clerksAtWork: boolean
}

export interface TabName {
  sheetId: number
  /** Stable key of the product's own tabs. */
  key: string | null
  title: string
  /** `#rrggbb` */
  colour: string | null
}

export interface Area {
  startRow: number
  endRow: number
  startColumn: number
  endColumn: number
}

/** A tab without its cells. */
export interface TabLayout {
  version: number
  sheetId: number
  rowCount: number
  columnCount: number
  /** One more than the last row with anything in it. */
  usedRows: number
  frozenRows: number
  frozenColumns: number
  /** Pixels; 0 where hidden. */
  columnWidths: readonly number[]
  /** Ranges that are shown as one cell. */
  merges: readonly Area[]
  hidesGridlines: boolean
  /** Rows whose height is not the usual one, in order; 0 where hidden. Absent while formulas are worked out, as are the charts. */
  rowHeights?: readonly (readonly [row: number, pixels: number])[]
  charts?: readonly ChartState[]
}

export const ROW_HEIGHT = 24

/** How a cell looks; absent is the default. */
export interface CellStyle {
  background?: string
  colour?: string
  bold?: true
  italic?: true
  strike?: true
  sizePoints?: number
  align?: 'center' | 'right'
  vertical?: 'top' | 'bottom'
  wrap?: true
  /** Cut off at the cell's edge, whatever is beside it. */
  clip?: true
}

export interface CellState {
  text: string
  /** Index into the styles sent along. */
  style?: number
  note?: string
  choices?: true
  /** A bar instead of the text: share of the width in [0, 1]. */
  bar?: { share: number; colour: string }
  /** `#gid=…&range=…` */
  link?: string
  /** A formula's result, which is still being worked out. */
  waits?: true
}

export interface TabRows {
  version: number
  /** Formulas are worked out; else what was typed is sent ahead of them. */
  complete: boolean
  from: number
  styles: readonly CellStyle[]
  /** Empty cells are null; a row ends with its last cell that has anything. */
  rows: readonly (readonly (CellState | null)[])[]
}

export interface ChartState {
  id: number
  title: string
  row: number
  column: number
  offsetX: number
  offsetY: number
  width: number
  height: number
  categories: readonly string[]
  series: readonly ChartSeries[]
  axisTitles: { bottom: string; left: string; right: string }
  legend: boolean
  stacked: boolean
  /** Lowest and highest value of the left axis, where fixed. */
  window: { min?: number; max?: number }
  percent: boolean
}

export interface ChartSeries {
  name: string
  shape: 'line' | 'column' | 'area'
  colour: string | null
  line: 'solid' | 'dashed' | 'dotted'
  lineWidth: number
  right: boolean
  values: readonly (number | null)[]
}

/** What somebody does in the workbook. */
export type Edit =
  | { kind: 'enter'; sheetId: number; row: number; column: number; rows: (string | null)[][]; sure?: true }
  | { kind: 'fill'; sheetId: number; source: Area; target: Area; sure?: true }
  | { kind: 'insertRows'; sheetId: number; row: number; count: number }
  | { kind: 'deleteRows'; sheetId: number; row: number; count: number }
  | { kind: 'sort'; sheetId: number; column: number; descending: boolean }
  | { kind: 'undo' }
  | { kind: 'redo' }

/** `warned`: the cells should not be changed by accident; send the edit again with `sure`. */
export type EditAnswer =
  | { done: true; edit?: { sheetId: number; area: Area } }
  | { done: false; reason: 'protected' | 'warned' | 'choices' | 'changed' | 'nothing' | 'refused'; message: string }

export interface MailLine {
  id: string
  from: string
  to: string
  subject: string
  at: string
  key: string
}

export interface RunState {
  id: string
  startedAt: string
  seconds: number
  reason: string
  who: string
  asOf: string
  period: string
  read: number | null
  accepted: number | null
  noted: number | null
  held: number | null
  rejected: number | null
  written: number | null
  result: string
  requests: readonly RequestState[]
}

interface RequestState {
  at: string
  line: string
  kind: 'read' | 'write'
  kinds: readonly string[]
  bytes: number
  status: number
}

/** The row that the guided walk is about, as it stands now. */
export interface WalkState {
  sheetId: number
  row: number
  /** Column of the cumulative output. */
  column: number
  cell: string
  /** Where its verdict stands. */
  statusCell: string
  period: string
  enterprise: string
  output: string
  status: string
  message: string
  /** accepted, noted, held, rejected; edited where no run has judged it as it stands. */
  verdict: string
}
