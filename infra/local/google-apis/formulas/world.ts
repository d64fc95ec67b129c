import type { Matrix } from './arrays.ts'
import type { FormulaValue } from './values.ts'

/** A rectangle of cells, half open, 0-based. */
export interface CellRange {
  readonly sheetId: number
  readonly startRow: number
  readonly endRow: number
  readonly startColumn: number
  readonly endColumn: number
}

/** All that a formula can see of the spreadsheet; rows and columns are 0-based. */
export interface FormulaWorld {
  sheetIdOf(title: string): number | undefined
  rowCount(sheetId: number): number
  columnCount(sheetId: number): number
  /** Rows that may hold something: one more than the last non-empty row's index. */
  usedRows(sheetId: number): number
  value(sheetId: number, row: number, column: number): FormulaValue
  /** The cell's text as a person sees it. */
  displayed(sheetId: number, row: number, column: number): string
  /** Whether the cell shows its number as a day or a time. */
  isDate?(sheetId: number, row: number, column: number): boolean
  namedRange?(name: string): CellRange | undefined
  /** The present moment as a serial number in the spreadsheet's zone. */
  now?(): number
  /** Ranges already read, shared by many formulas; its owner empties it whenever a cell changes. */
  readonly memo?: Map<string, Matrix>
}
