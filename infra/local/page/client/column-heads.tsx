import type { Area } from '../protocol.ts'
import { GUTTER, HEAD } from './grid-geometry.ts'
import { columnName } from './selection.ts'

interface ColumnHeadsProps {
  widths: readonly number[]
  /** Of all of them, in pixels. */
  width: number
  /** What is selected. */
  area: Area
}

/** The letters over the columns. */
export function ColumnHeads({ widths, width, area }: ColumnHeadsProps) {
  return (
    <div className="column-heads" role="presentation" aria-hidden="true" style={{ width: GUTTER + width, height: HEAD }}>
      <div className="corner" />
      {widths.map((pixels, column) =>
        pixels === 0 ? null : (
          <div
            key={columnName(column)}
            className={column >= area.startColumn && column < area.endColumn ? 'column-head chosen' : 'column-head'}
            style={{ width: pixels }}
            data-column-head={column}
          >
            {columnName(column)}
          </div>
        ),
      )}
    </div>
  )
}
