import type { CSSProperties } from 'react'
import type { CellStyle } from '../protocol.ts'
import type { ShownCell } from './chunk.ts'

interface CellProps {
  row: number
  column: number
  width: number
  /** How wide its text may become. */
  room: number
  height: number
  /** Higher than its row. */
  isTall: boolean
  stickyLeft: number | null
  cell: ShownCell | null
  header: boolean
  pending: boolean
}

/** One cell as it is shown: its text, link or bar, and how it looks. */
export function GridCell({ row, column, width, room, height, isTall, stickyLeft, cell, header, pending }: CellProps) {
  const look = cell?.look
  const classes = ['cell']
  if (look?.wrap) classes.push('wraps')
  if (look?.align) classes.push(look.align)
  if (look?.background) classes.push('coloured')
  if (cell?.note !== undefined) classes.push('noted')
  if (room > width && !look?.background) classes.push('runs-on')
  if (cell?.waits) classes.push('waits')
  if (pending) classes.push('pending')
  if (stickyLeft !== null) classes.push('sticky')
  const style: CSSProperties = {
    width,
    ...(isTall && { height, zIndex: 2 }),
    ...(stickyLeft !== null && { left: stickyLeft }),
    ...styleOf(look),
  }
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles that it may have support it
    <div
      role={header ? 'columnheader' : 'gridcell'}
      aria-colindex={column + 1}
      className={classes.join(' ')}
      style={style}
      data-row={row}
      data-column={column}
      title={cell?.note}
    >
      {cell?.bar ? (
        <span className="data-bar" style={{ width: `${cell.bar.share * 100}%`, background: cell.bar.colour }} />
      ) : cell && cell.text !== '' ? (
        <span className="text" style={room > width ? { maxWidth: room, maxHeight: height } : { width, maxHeight: height }}>
          {cell.link ? <a href={cell.link}>{cell.text}</a> : cell.text}
        </span>
      ) : null}
    </div>
  )
}

function styleOf(look: CellStyle | undefined): CSSProperties {
  if (!look) return {}
  return {
    ...(look.background && { background: look.background }),
    ...(look.colour && { '--ink': look.colour }),
    ...(look.bold && { fontWeight: 600 }),
    ...(look.italic && { fontStyle: 'italic' }),
    ...(look.strike && { textDecoration: 'line-through' }),
    ...(look.sizePoints && { fontSize: `${(look.sizePoints * 4) / 3}px` }),
    ...(look.vertical === 'top' && { alignItems: 'flex-start' }),
    ...(look.vertical === 'bottom' && { alignItems: 'flex-end' }),
  } as CSSProperties
}
