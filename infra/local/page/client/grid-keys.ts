import type { KeyboardEvent } from 'react'
import { type Area, ROW_HEIGHT, type TabLayout } from '../protocol.ts'
import type { GridActions } from './grid-actions.ts'
import { moveFor } from './key-moves.ts'
import type { Selection } from './selection.ts'
import type { TabStore } from './tab-store.ts'

interface KeyTarget {
  store: TabStore
  layout: TabLayout
  selection: Selection
  /** Of the selection. */
  area: Area
  /** How high the table is seen, in pixels. */
  viewHeight: number
  onSelect: (selection: Selection) => void
  actions: GridActions
  openMenu: () => void
}

/** Does what a key means to the table; false for a key that means nothing to it. */
export function pressKey(
  event: KeyboardEvent,
  { store, layout, selection, area, viewHeight, onSelect, actions, openMenu }: KeyTarget,
): boolean {
  const command = event.ctrlKey || event.metaKey
  const key = event.key.toLowerCase()
  if (command && key === 'z') (event.shiftKey ? actions.redo : actions.undo)()
  else if (command && key === 'y') actions.redo()
  else if (command && key === 'd') {
    if (area.endRow - area.startRow > 1) actions.fill({ ...area, endRow: area.startRow + 1 }, area)
  } else if (command && key === 'a')
    onSelect({ active: { row: 0, column: 0 }, end: { row: layout.usedRows - 1, column: layout.columnCount - 1 } })
  else if (event.key === 'Delete' || event.key === 'Backspace') actions.clear(area)
  else if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) openMenu()
  else {
    const page = Math.max(1, Math.floor(viewHeight / ROW_HEIGHT) - 2)
    const moved = moveFor(event, selection, layout, store, page)
    if (!moved) return false
    onSelect(moved)
  }
  return true
}
