import { memo } from 'react'
import type { Area } from '../protocol.ts'
import type { ShownCell } from './chunk.ts'
import { GridCell } from './grid-cell.tsx'
import { GUTTER } from './grid-geometry.ts'
import type { Merges } from './merges.ts'
import { columnName } from './selection.ts'
import type { TabStore } from './tab-store.ts'

interface RowProps {
  store: TabStore
  /** Of the tab: change when any does. */
  merges: Merges
  row: number
  top: number
  height: number
  widths: readonly number[]
  frozenColumns: number
  header: boolean
  /** Change whenever the row's cells may have. */
  chunk: unknown
  expected: number
  selected: boolean
}

/** One row of the table: its number and its cells. */
export const GridRow = memo(function GridRow({
  store,
  merges,
  row,
  top,
  height,
  widths,
  frozenColumns,
  header,
  selected,
}: RowProps) {
  let left = GUTTER
  const reachesDown = widths.some(
    (_, column) => merges.at(row, column)?.startRow === row && merges.at(row, column)!.endRow > row + 1,
  )
  const cells = widths.map((width, column) => {
    const cellLeft = left
    left += width
    if (width === 0) return null
    const merge = merges.at(row, column)
    const isFirst = merge?.startRow === row && merge.startColumn === column
    if (merge && !isFirst) {
      if (merge.startRow < row && merge.startColumn === column)
        return <Gap key={columnName(column)} width={widthOf(merge, widths)} />
      return null
    }
    const cell = store.cell(row, column)
    const whole = merge ? widthOf(merge, widths) : width
    const room = cell && !merge ? roomFor(cell, store, row, column, widths) : whole
    const tall = merge ? store.heights.top(merge.endRow) - store.heights.top(row) : height
    return (
      <GridCell
        key={columnName(column)}
        row={row}
        column={column}
        width={whole}
        room={room ?? whole}
        height={tall}
        isTall={tall > height}
        stickyLeft={column < frozenColumns ? cellLeft : null}
        cell={cell}
        header={header}
        pending={store.isPending(row, column)}
      />
    )
  })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table can't be scrolled row by row without drawing all of it
    // biome-ignore lint/a11y/useFocusableInteractive: the grid's one input holds the focus
    <div
      role="row"
      aria-rowindex={row + 1}
      className={header ? 'row row-header' : 'row'}
      style={{ top, height, width: left, ...(reachesDown && { zIndex: 1 }) }}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid's one input holds the focus */}
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="rowheader" className={selected ? 'row-number chosen' : 'row-number'} data-row-number={row}>
        {row + 1}
      </div>
      {cells}
    </div>
  )
})

/** Under a merged cell that began in a row above. */
const Gap = ({ width }: { width: number }) => <div role="presentation" style={{ flex: 'none', width }} />

const widthOf = ({ startColumn, endColumn }: Area, widths: readonly number[]): number =>
  widths.slice(startColumn, endColumn).reduce((sum, width) => sum + width, 0)

/** A text that isn't wrapped runs on over the empty cells to its right. */
function roomFor(cell: ShownCell, store: TabStore, row: number, column: number, widths: readonly number[]): number {
  let room = widths[column]!
  if (cell.look?.wrap || cell.look?.clip || cell.look?.align || cell.text.length < 6) return room
  for (let next = column + 1; next < widths.length; next++) {
    const other = store.cell(row, next)
    if (store.merges.at(row, next) || (other && (other.text !== '' || other.bar))) break
    room += widths[next]!
  }
  return room
}
