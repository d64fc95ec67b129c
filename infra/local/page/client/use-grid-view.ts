import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { boxOf } from './grid-geometry.ts'
import { type RowsInView, rowsInView, type View } from './rows-in-view.ts'
import { scrollToShow } from './scroll-to-show.ts'
import { areaOf, at, type Selection } from './selection.ts'
import type { TabStore } from './tab-store.ts'

interface GridView {
  /** For the element that scrolls. */
  scroller: RefObject<HTMLDivElement | null>
  view: View
  rows: RowsInView
  /** To be called when the table was scrolled. */
  measure: () => void
}

/** What is seen of the table: its rows are fetched, and the cell that is chosen is brought into view unless it is being dragged to. */
export function useGridView(
  store: TabStore,
  lefts: readonly number[],
  { end, still }: Selection,
  dragging: RefObject<unknown>,
): GridView {
  const scroller = useRef<HTMLDivElement>(null)
  const [view, setView] = useState<View>({ top: 0, height: 600 })
  const { layout } = store

  const measure = useCallback(() => {
    const element = scroller.current
    if (element) setView({ top: element.scrollTop, height: element.clientHeight })
  }, [])
  useLayoutEffect(() => {
    measure()
    const observer = new ResizeObserver(measure)
    if (scroller.current) observer.observe(scroller.current)
    return () => observer.disconnect()
  }, [measure])

  const rows = rowsInView(view, layout, store.heights)
  const { frozen, frozenHeight, first, last } = rows
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again when a fetch failed or something changed
  useEffect(() => {
    if (frozen > 0) store.look(0, frozen)
    store.look(first, last)
  }, [store, first, last, frozen, store.revision])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the cell is brought into view when it is chosen, not when rows change
  useEffect(() => {
    const element = scroller.current
    if (!element || !layout || dragging.current || still) return
    const box = boxOf(areaOf(at(end.row, end.column)), lefts, store.heights)
    const { top, left } = scrollToShow(box, element, frozenHeight, end.row < frozen)
    if (top !== element.scrollTop) element.scrollTop = top
    if (left !== element.scrollLeft) element.scrollLeft = left
  }, [end.row, end.column, store.sheetId, layout === null])

  return { scroller, view, rows, measure }
}
