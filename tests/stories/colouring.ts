import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js'
import { columnLetters } from '../../shared/model/tabs.ts'
import type { Sheet } from './read-sheet.ts'

export type Look = sheets_v4.Schema$CellFormat

/** The only kind of rule that the template writes: a cell of the row's, in a fixed column, equals a text. */
const EQUALS = /^=\$([A-Z]+)(\d+)="(.*)"$/

/**
 * What the conditional formats of a sheet give the cell at a place, counted from 0; the first that holds wins. `textAt` is what cells
 * show. A rule of another kind is an error: a picture that leaves it out would show what nobody sees.
 */
export function colouringAt(sheet: Sheet, row: number, column: number, textAt: (row: number, letters: string) => string): Look {
  for (const { ranges, booleanRule } of sheet.conditionalFormats ?? []) {
    const range = ranges?.find((each) => contains(each, row, column))
    if (!range) continue
    const formula = booleanRule?.condition?.values?.[0]?.userEnteredValue ?? ''
    const [, letters, digits, text] = EQUALS.exec(formula) ?? []
    if (!letters || !digits || text === undefined) throw new Error(`A conditional format that pictures don't know: ${formula}`)
    const shift = row - (range.startRowIndex ?? 0)
    if (textAt(Number(digits) - 1 + shift, letters) === text.replaceAll('""', '"')) return booleanRule?.format ?? {}
  }
  return {}
}

const contains = (range: sheets_v4.Schema$GridRange, row: number, column: number): boolean =>
  row >= (range.startRowIndex ?? 0) &&
  row < (range.endRowIndex ?? Number.POSITIVE_INFINITY) &&
  column >= (range.startColumnIndex ?? 0) &&
  column < (range.endColumnIndex ?? Number.POSITIVE_INFINITY)

/** The index of a column by its letters, from 0. */
export const columnIndex = (letters: string): number => {
  let index = 0
  while (columnLetters(index) !== letters) index++
  return index
}
