import { type PointerEvent, type RefObject, useRef, useState } from 'react'
import type { Area } from '../protocol.ts'
import { contains, fillArea } from './area.ts'
import type { EditorHandle } from './cell-editor.tsx'
import { at, type Place, type Selection } from './selection.ts'
import type { TabStore } from './tab-store.ts'

interface PointerTarget {
  store: TabStore
  selection: Selection
  /** Of the selection. */
  area: Area
  onSelect: (selection: Selection) => void
  onFill: (source: Area, target: Area) => void
  editorRef: RefObject<EditorHandle | null>
}

/** What the pointer does on the table: selects cells, rows or a column, and drags the fill handle. */
export function useGridPointer({ store, selection: { active }, area, onSelect, onFill, editorRef }: PointerTarget) {
  const [fillTo, setFillTo] = useState<Area | null>(null)
  const dragging = useRef<'select' | 'rows' | 'fill' | null>(null)
  const { layout } = store

  const onPointerDown = (event: PointerEvent) => {
    const target = event.target as HTMLElement
    if (!layout || target.closest('textarea, .chart, .choices, .choices-button')) return
    if (target.closest('a') && !event.shiftKey && event.button === 0) return
    if (target.dataset.fill !== undefined) {
      dragging.current = 'fill'
    } else if (target.dataset.rowNumber !== undefined) {
      const row = Number(target.dataset.rowNumber)
      if (event.button === 2 && row >= area.startRow && row < area.endRow) return
      dragging.current = 'rows'
      onSelect({
        active: { row: event.shiftKey ? active.row : row, column: 0 },
        end: { row, column: layout.columnCount - 1 },
      })
    } else if (target.dataset.columnHead !== undefined) {
      const column = Number(target.dataset.columnHead)
      onSelect({ active: { row: 0, column }, end: { row: layout.rowCount - 1, column } })
    } else {
      const place = placeUnder(event)
      if (!place) return
      if (event.button === 2 && contains(area, place)) return
      editorRef.current?.commit()
      dragging.current = 'select'
      onSelect(event.shiftKey ? { active, end: place } : at(place.row, place.column))
    }
    event.preventDefault()
    if (event.pointerType !== 'touch') event.currentTarget.setPointerCapture(event.pointerId)
    else dragging.current = null
    editorRef.current?.focus()
  }
  const onPointerMove = (event: PointerEvent) => {
    if (!layout || !dragging.current) return
    const place = placeUnder(event)
    if (!place) return
    if (dragging.current === 'fill') setFillTo(fillArea(area, place))
    else onSelect({ active, end: dragging.current === 'rows' ? { row: place.row, column: layout.columnCount - 1 } : place })
  }
  const onPointerUp = () => {
    if (dragging.current === 'fill' && fillTo) onFill(area, fillTo)
    dragging.current = null
    setFillTo(null)
  }
  return { dragging, fillTo, handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp } }
}

/** Under whatever lies over the cell. */
function placeUnder(event: PointerEvent): Place | null {
  const cell = document
    .elementsFromPoint(event.clientX, event.clientY)
    .find((one) => one instanceof HTMLElement && one.dataset.row)
  return cell instanceof HTMLElement ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : null
}
