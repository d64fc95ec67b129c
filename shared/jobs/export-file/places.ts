import type { GridRange } from '../../model/sheet-request.ts'
import { columnLetters } from '../../model/tabs.ts'

/** `B3`, of a row and a column from 0. */
export const cellName = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`

/** `A2:C9`: the range with its open ends where the sheet ends; one cell is named as a cell. */
export function rangeName(range: GridRange, size: { rowCount: number; columnCount: number }): string {
  const first = cellName(range.startRowIndex ?? 0, range.startColumnIndex ?? 0)
  const last = cellName((range.endRowIndex ?? size.rowCount) - 1, (range.endColumnIndex ?? size.columnCount) - 1)
  return first === last ? first : `${first}:${last}`
}

/** The index of `A`, `AB` …, from 0. */
export const columnIndex = (letters: string): number =>
  [...letters.toUpperCase()].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1
