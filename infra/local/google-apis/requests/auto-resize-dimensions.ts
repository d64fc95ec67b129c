import { asCell } from '../cell.ts'
import { displayText } from '../display.ts'
import { type DimensionRange, spanOf } from '../ranges.ts'
import type { Sheet } from '../sheet.ts'
import type { Spreadsheet } from '../spreadsheet.ts'
import type { RequestContext } from './context.ts'

const ROW_PIXELS = 21
const PIXELS_A_CHARACTER = 7
const PADDING = 10

/** Fits columns to their longest text, by a guess at the width of a character, and rows to one line. */
export function autoResizeDimensions(request: { dimensions?: DimensionRange }, { spreadsheet }: RequestContext): undefined {
  const { dimension = 'ROWS', sheetId } = request.dimensions ?? {}
  const sheet = spreadsheet.sheet(sheetId)
  const { start, end } = spanOf(request.dimensions ?? {}, sheet.grid)
  for (let index = start; index < end; index++) {
    const pixelSize = dimension === 'ROWS' ? ROW_PIXELS : columnPixels(spreadsheet, sheet, index)
    if (pixelSize !== undefined)
      sheet.grid.setProperties(dimension, index, { ...sheet.grid.properties(dimension, index), pixelSize })
  }
}

function columnPixels(spreadsheet: Spreadsheet, sheet: Sheet, column: number): number | undefined {
  let longest = 0
  for (let row = 0; row < sheet.grid.usedRows; row++) {
    const { format } = asCell(sheet.grid.get(row, column))
    const text = displayText(spreadsheet.calculation.value(sheet, row, column), format, spreadsheet.locale)
    longest = Math.max(longest, ...text.split('\n').map((line) => line.length))
  }
  return longest === 0 ? undefined : longest * PIXELS_A_CHARACTER + PADDING
}
