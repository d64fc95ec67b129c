import type { KeyboardEvent } from 'react'
import type { Area, TabLayout } from '../protocol.ts'
import { at, type Place, type Selection } from './selection.ts'
import type { TabStore } from './tab-store.ts'

/** The selection that a key leads to, or null for a key that doesn't move. */
export function moveFor(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey'>,
  { active, end }: Selection,
  layout: TabLayout,
  store: TabStore,
  page: number,
): Selection | null {
  const far = event.ctrlKey || event.metaKey
  const from = event.shiftKey && event.key !== 'Tab' && event.key !== 'Enter' ? end : active
  const place = placeAfter(event, from, store.merges.cellAt(from), far, layout, page)
  if (!place) return null
  const inside = {
    row: Math.max(0, Math.min(layout.rowCount - 1, place.row)),
    column: Math.max(0, Math.min(layout.columnCount - 1, place.column)),
  }
  const visible = skipHidden(inside, from, layout, store)
  return from === end && event.shiftKey ? { active, end: visible } : store.merges.settled(at(visible.row, visible.column))
}

function placeAfter(
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  { row, column }: Place,
  { startRow, endRow, startColumn, endColumn }: Area,
  far: boolean,
  { usedRows, columnCount }: TabLayout,
  page: number,
): Place | null {
  switch (key) {
    case 'ArrowUp':
      return { row: far ? 0 : startRow - 1, column }
    case 'ArrowDown':
      return { row: far ? usedRows - 1 : endRow, column }
    case 'ArrowLeft':
      return { row, column: far ? 0 : startColumn - 1 }
    case 'ArrowRight':
      return { row, column: far ? columnCount - 1 : endColumn }
    case 'Home':
      return { row: far ? 0 : row, column: 0 }
    case 'End':
      return { row: far ? usedRows - 1 : row, column: columnCount - 1 }
    case 'PageUp':
      return { row: row - page, column }
    case 'PageDown':
      return { row: row + page, column }
    case 'Tab':
      return { row, column: shiftKey ? startColumn - 1 : endColumn }
    case 'Enter':
      return { row: shiftKey ? startRow - 1 : endRow, column }
    default:
      return null
  }
}

/** On from hidden rows and columns in the direction of the move; back to where it came from at the edge. */
function skipHidden(place: Place, from: Place, layout: TabLayout, store: TabStore): Place {
  const down = Math.sign(place.row - from.row)
  const right = Math.sign(place.column - from.column)
  let { row, column } = place
  while (down !== 0 && row > 0 && row < layout.rowCount - 1 && store.heights.of(row) === 0) row += down
  while (right !== 0 && column > 0 && column < layout.columnCount - 1 && layout.columnWidths[column] === 0) column += right
  return store.heights.of(row) === 0 || layout.columnWidths[column] === 0 ? from : { row, column }
}
