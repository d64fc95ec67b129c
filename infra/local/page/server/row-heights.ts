import { asCell } from '../../google-apis/cell.ts'
import { displayText } from '../../google-apis/display.ts'
import { areaOf } from '../../google-apis/ranges.ts'
import type { Sheet } from '../../google-apis/sheet.ts'
import type { Spreadsheet } from '../../google-apis/spreadsheet.ts'
import { ROW_HEIGHT } from '../protocol.ts'

const LINE_HEIGHT = 18
const PADDING = 6
const MOST_LINES = 9
/** Widths at the grid's font, a little on the wide side: a row too high reads better than one cut off. */
const WIDE_PIXELS = 13.2
const NARROW_PIXELS = 7.2

/** Rows whose height is not the usual one: hidden, set by hand, or as high as their wrapped texts need. */
export function rowHeights(spreadsheet: Spreadsheet, sheet: Sheet, widths: readonly number[]): [number, number][] {
  const heights: [number, number][] = []
  const merges = mergedWidths(sheet, widths)
  for (let row = 0; row < sheet.grid.usedRows; row++) {
    const properties = sheet.grid.properties('ROWS', row)
    const set = properties?.hiddenByUser === true || properties?.hiddenByFilter === true ? 0 : properties?.pixelSize
    const height = typeof set === 'number' ? set : neededHeight(spreadsheet, sheet, row, merges.get(row) ?? widths)
    if (height !== ROW_HEIGHT) heights.push([row, height])
  }
  return heights
}

/** Widths of the cells of rows that have merged ones; a range over several rows has room in any case. */
function mergedWidths({ parts, grid }: Sheet, widths: readonly number[]): Map<number, number[]> {
  const rows = new Map<number, number[]>()
  for (const { startRow, endRow, startColumn, endColumn } of parts.merges.map((range) => areaOf(range, grid))) {
    const whole = widths.slice(startColumn, endColumn).reduce((sum, width) => sum + width, 0)
    const own = rows.get(startRow) ?? [...widths]
    own[startColumn] = endRow - startRow > 1 ? Number.POSITIVE_INFINITY : whole
    rows.set(startRow, own)
  }
  return rows
}

function neededHeight(spreadsheet: Spreadsheet, sheet: Sheet, row: number, widths: readonly number[]): number {
  let lines = 1
  let tallest = ROW_HEIGHT
  for (const [column, width] of widths.entries()) {
    const { format, formula, value: typed } = asCell(sheet.grid.get(row, column))
    const size = (format?.textFormat as { fontSize?: number } | undefined)?.fontSize ?? 10
    if (size > 10) tallest = Math.max(tallest, Math.ceil(size * 2.1))
    if (format?.wrapStrategy !== 'WRAP') continue
    if (typeof typed === 'number' && formula === undefined) continue
    const text = displayText(spreadsheet.calculation.value(sheet, row, column), format, spreadsheet.locale)
    if (text !== '') lines = Math.max(lines, linesOf(text, width - 12))
  }
  return Math.max(tallest, lines === 1 ? ROW_HEIGHT : Math.min(lines, MOST_LINES) * LINE_HEIGHT + PADDING)
}

function linesOf(text: string, width: number): number {
  let lines = 0
  for (const line of text.slice(0, 2_000).split('\n')) {
    let pixels = 0
    for (const letter of line) pixels += letter.codePointAt(0)! > 0x2000 ? WIDE_PIXELS : NARROW_PIXELS
    lines += Math.max(1, Math.ceil(pixels / Math.max(40, width)))
    if (lines >= MOST_LINES) return MOST_LINES
  }
  return lines
}
