import type { Area, ChartState } from '../protocol.ts'
import type { RowHeights } from './row-heights.ts'
import { areaOf, at } from './selection.ts'

/** Width of the row numbers, in pixels. */
export const GUTTER = 52
/** Height of the column letters, in pixels. */
export const HEAD = 24

/** A rectangle on the table's canvas, which begins with the row numbers and the column letters; in pixels. */
export interface Box {
  left: number
  top: number
  width: number
  height: number
}

/** Distances of the columns' left edges from that of the first, and of the last one's right edge. */
export function columnLefts(widths: readonly number[]): number[] {
  const lefts = [0]
  for (const width of widths) lefts.push(lefts.at(-1)! + width)
  return lefts
}

export function boxOf(area: Area, lefts: readonly number[], heights: RowHeights): Box {
  const left = lefts[area.startColumn] ?? 0
  const top = heights.top(area.startRow)
  return {
    left: GUTTER + left,
    top: HEAD + top,
    width: (lefts[area.endColumn] ?? lefts.at(-1) ?? 0) - left,
    height: heights.top(area.endRow) - top,
  }
}

/** The chart lies at its offsets from the corner of its cell. */
export function chartBox(chart: ChartState, lefts: readonly number[], heights: RowHeights): Box {
  const { left, top } = boxOf(areaOf(at(chart.row, chart.column)), lefts, heights)
  return { left: left + chart.offsetX, top: top + chart.offsetY, width: chart.width, height: chart.height }
}
