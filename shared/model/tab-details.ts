import type { SheetProperties } from './sheet-properties.ts'
import type { BasicFilter, GridRange } from './sheet-request.ts'
import type { CellValue } from './tabs.ts'

/** What set-up and check look at in a cell; `value` is what was typed, null where there is nothing or a formula. */
export interface CellDetails {
  value: CellValue
  formula: string | null
  note: string
  bold: boolean
  /** Number format that was given to the cell, or null. */
  format: { type: string; pattern: string } | null
  validation: CellValidation | null
}

/** A cell's validation rule: its condition with the values as typed. */
export interface CellValidation {
  type: string
  values: readonly string[]
  strict: boolean
  dropDown: boolean
}

export interface ColumnDetails {
  /** Value of the developer metadata `tallysheet.column`, or null, and its id. */
  key: string | null
  keyId: number | null
  /** Pixels. */
  width: number
  hidden: boolean
}

export interface ProtectionDetails {
  id: number
  description: string
  range: GridRange
  warningOnly: boolean
  /** May the program edit it? Only then are its editors known. */
  editable: boolean
  editors: readonly string[]
}

/** A conditional format at its place in the sheet's list; `formula` is null where it isn't a custom formula. */
export interface ColouringDetails {
  index: number
  ranges: readonly GridRange[]
  formula: string | null
}

/** A sheet as the template looks at it: everything but the figures' meaning. */
export interface TabDetails extends SheetProperties {
  /** Rows of `cells` that were asked for; those without anything in them are left out at the end. */
  rowsRead: number
  columns: readonly ColumnDetails[]
  cells: readonly (readonly CellDetails[])[]
  protections: readonly ProtectionDetails[]
  colourings: readonly ColouringDetails[]
  /** Absent where the sheet has none. */
  filter?: BasicFilter
}

export const EMPTY_CELL: CellDetails = { value: null, formula: null, note: '', bold: false, format: null, validation: null }
export const EMPTY_COLUMN: ColumnDetails = { key: null, keyId: null, width: 0, hidden: false }

/** The cell at a place, from 0; empty beyond what was read. */
export const cellIn = (tab: Pick<TabDetails, 'cells'>, row: number, column: number): CellDetails =>
  tab.cells[row]?.[column] ?? EMPTY_CELL
