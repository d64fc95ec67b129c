import type { Area, TabLayout } from '../protocol.ts'
import { HEAD } from './grid-geometry.ts'
import { GridRow } from './grid-row.tsx'
import type { TabStore } from './tab-store.ts'

interface GridRowsProps {
  store: TabStore
  layout: TabLayout
  from: number
  to: number
  header: boolean
  /** What is selected. */
  area: Area
}

/** Some rows of the table, without those that are hidden. */
export function GridRows({ store, layout, from, to, header, area }: GridRowsProps) {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => {
    const row = from + index
    const height = store.heights.of(row)
    if (height === 0) return null
    return (
      <GridRow
        key={row}
        store={store}
        merges={store.merges}
        row={row}
        top={HEAD + store.heights.top(row)}
        height={height}
        widths={layout.columnWidths}
        frozenColumns={layout.frozenColumns}
        header={header}
        chunk={store.chunkOf(row)}
        expected={store.expected}
        selected={row >= area.startRow && row < area.endRow}
      />
    )
  })
}
