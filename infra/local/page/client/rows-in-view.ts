import type { TabLayout } from '../protocol.ts'
import type { RowHeights } from './row-heights.ts'

/** How many rows are drawn beyond either edge. */
const OVERSCAN = 8

/** How far the table is scrolled down, and how high it is seen; in pixels. */
export interface View {
  top: number
  height: number
}

/** The rows to draw: as many frozen ones at the top, and from the first to before the last below them. */
export interface RowsInView {
  frozen: number
  /** Pixels. */
  frozenHeight: number
  first: number
  last: number
}

export function rowsInView(view: View, layout: TabLayout | null, heights: RowHeights): RowsInView {
  if (!layout) return { frozen: 0, frozenHeight: 0, first: 0, last: 0 }
  const { rowCount } = layout
  const frozen = Math.min(layout.frozenRows, rowCount)
  const frozenHeight = heights.top(frozen)
  const top = view.top + frozenHeight
  return {
    frozen,
    frozenHeight,
    first: Math.max(frozen, heights.rowAt(top, rowCount) - OVERSCAN),
    last: Math.min(rowCount, heights.rowAt(top + view.height, rowCount) + OVERSCAN),
  }
}
