import { asCell } from '../../google-apis/cell.ts'
import { displayText, showsTime } from '../../google-apis/display.ts'
import type { Sheet } from '../../google-apis/sheet.ts'
import type { Spreadsheet } from '../../google-apis/spreadsheet.ts'

/** What the cell's editor opens with: the formula, or what would have to be typed to get the value. */
export function entryText({ locale }: Spreadsheet, sheet: Sheet, row: number, column: number): string {
  const { value, formula, format } = asCell(sheet.grid.get(row, column))
  if (formula !== undefined) return formula
  if (typeof value !== 'number') return value === undefined ? '' : displayText(value, format, locale)
  if (showsTime(format)) return displayText(value, format, locale)
  const isPercent = (format?.numberFormat as { type?: string } | undefined)?.type === 'PERCENT'
  return isPercent ? `${Number((value * 100).toPrecision(15))}%` : String(value)
}
