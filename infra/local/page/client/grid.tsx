import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type { Area, ChartState } from '../protocol.ts'
import { CellEditor, type EditorHandle } from './cell-editor.tsx'
import { Chart } from './chart.tsx'
import { GridRow, GUTTER } from './grid-row.tsx'
import { moveFor } from './keys.ts'
import { useWords } from './page-words.ts'
import { areaOf, at, cellName, columnName, type Place, type Selection } from './selection.ts'
import type { TabStore } from './tab-store.ts'

const HEAD = 24
const OVERSCAN = 8

export interface GridActions {
  enter(place: Place, rows: string[][]): void
  clear(area: Area): void
  fill(source: Area, target: Area): void
  undo(): void
  redo(): void
  copy(area: Area, clipboard: DataTransfer | null): void
  menu(place: { x: number; y: number }): void
  paste(text: string): void
}

interface GridProps {
  store: TabStore
  title: string
  dark: boolean
  selection: Selection
  onSelect: (selection: Selection) => void
  actions: GridActions
  editorRef: React.RefObject<EditorHandle | null>
}

/**
 * The table of one tab: draws the rows in view, and takes what keyboard, mouse and clipboard do to it. Our own, because FortuneSheet was
 * tried: it takes the whole sheet at once, changes and calculates it before the server has agreed, makes functions out of text when rows
 * are inserted (which the page's policy forbids), and draws on a canvas that no screen reader sees.
 */
export function Grid({ store, title, dark, selection, onSelect, actions, editorRef }: GridProps) {
  const words = useWords()
  useSyncExternalStore(store.subscribe, () => store.revision)
  const scroller = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 600 })
  const [fillTo, setFillTo] = useState<Area | null>(null)
  const dragging = useRef<'select' | 'rows' | 'fill' | null>(null)
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

  const frozen = layout ? Math.min(layout.frozenRows, layout.rowCount) : 0
  const frozenHeight = layout ? store.heights.top(frozen) : 0
  const first = layout ? Math.max(frozen, store.heights.rowAt(view.top + frozenHeight, layout.rowCount) - OVERSCAN) : 0
  const last = layout
    ? Math.min(layout.rowCount, store.heights.rowAt(view.top + frozenHeight + view.height, layout.rowCount) + OVERSCAN)
    : 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again when a fetch failed or something changed
  useEffect(() => {
    if (frozen > 0) store.look(0, frozen)
    store.look(first, last)
  }, [store, first, last, frozen, store.revision])

  const widths = layout?.columnWidths ?? []
  const lefts = cumulative(widths)
  const boxOf = useCallback(
    (area: Area) => ({
      left: GUTTER + (lefts[area.startColumn] ?? 0),
      top: HEAD + store.heights.top(area.startRow),
      width: (lefts[area.endColumn] ?? lefts.at(-1) ?? 0) - (lefts[area.startColumn] ?? 0),
      height: store.heights.top(area.endRow) - store.heights.top(area.startRow),
    }),
    [lefts, store],
  )

  const { active, end } = selection
  // biome-ignore lint/correctness/useExhaustiveDependencies: the cell is brought into view when it is chosen, not when rows change
  useEffect(() => {
    const element = scroller.current
    if (!element || !layout || dragging.current || selection.still) return
    const box = boxOf(areaOf(at(end.row, end.column)))
    if (end.row >= frozen) {
      const edge = HEAD + frozenHeight
      if (box.top < element.scrollTop + edge) element.scrollTop = box.top - edge
      else if (box.top + box.height > element.scrollTop + element.clientHeight)
        element.scrollTop = box.top + box.height - element.clientHeight
    }
    if (box.left < element.scrollLeft + GUTTER) element.scrollLeft = box.left - GUTTER
    else if (box.left + box.width > element.scrollLeft + element.clientWidth)
      element.scrollLeft = Math.min(box.left - GUTTER, box.left + box.width - element.clientWidth)
  }, [end.row, end.column, store.sheetId, layout === null])

  if (!layout) return <div className="sheet" ref={scroller} />
  const area = store.merges.widened(areaOf(selection))

  const placeOf = (event: PointerEvent): Place | null => {
    const cell = document
      .elementsFromPoint(event.clientX, event.clientY)
      .find((one) => one instanceof HTMLElement && one.dataset.row)
    return cell instanceof HTMLElement ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : null
  }
  const onPointerDown = (event: PointerEvent) => {
    const target = event.target as HTMLElement
    if (target.closest('textarea, .chart, .choices, .choices-button')) return
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
      const place = placeOf(event)
      if (!place) return
      if (event.button === 2 && contains(area, place)) return
      editorRef.current?.commit()
      dragging.current = 'select'
      onSelect(event.shiftKey ? { active, end: place } : at(place.row, place.column))
    }
    event.preventDefault()
    if (event.pointerType !== 'touch') scroller.current?.setPointerCapture(event.pointerId)
    else dragging.current = null
    editorRef.current?.focus()
  }
  const onPointerMove = (event: PointerEvent) => {
    if (!dragging.current) return
    const place = placeOf(event)
    if (!place) return
    if (dragging.current === 'fill') setFillTo(fillArea(area, place))
    else onSelect({ active, end: dragging.current === 'rows' ? { row: place.row, column: layout.columnCount - 1 } : place })
  }
  const onPointerUp = () => {
    if (dragging.current === 'fill' && fillTo) actions.fill(area, fillTo)
    dragging.current = null
    setFillTo(null)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const command = event.ctrlKey || event.metaKey
    const key = event.key.toLowerCase()
    if (command && key === 'z') (event.shiftKey ? actions.redo : actions.undo)()
    else if (command && key === 'y') actions.redo()
    else if (command && key === 'd') {
      if (area.endRow - area.startRow > 1) actions.fill({ ...area, endRow: area.startRow + 1 }, area)
    } else if (command && key === 'a')
      onSelect({ active: { row: 0, column: 0 }, end: { row: layout.usedRows - 1, column: layout.columnCount - 1 } })
    else if (event.key === 'Delete' || event.key === 'Backspace') actions.clear(area)
    else if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) {
      const element = scroller.current!
      const bounds = element.getBoundingClientRect()
      const box = boxOf(areaOf(at(active.row, active.column)))
      actions.menu({ x: bounds.left + box.left - element.scrollLeft + 8, y: bounds.top + box.top - element.scrollTop + 8 })
    } else {
      const moved = moveFor(event, selection, layout, store, Math.max(1, Math.floor(view.height / 24) - 2))
      if (!moved) return
      onSelect(moved)
    }
    event.preventDefault()
  }

  const rows: ReactNode[] = []
  const drawRow = (row: number, header: boolean, top: number) => {
    const height = store.heights.of(row)
    if (height === 0) return null
    return (
      <GridRow
        key={row}
        store={store}
        merges={store.merges}
        row={row}
        top={top}
        height={height}
        widths={widths}
        frozenColumns={layout.frozenColumns}
        header={header}
        chunk={store.chunkOf(row)}
        expected={store.expected}
        selected={row >= area.startRow && row < area.endRow}
      />
    )
  }
  for (let row = Math.max(frozen, store.merges.firstRow(first)); row < last; row++)
    rows.push(drawRow(row, false, HEAD + store.heights.top(row)))
  const head: ReactNode[] = []
  for (let row = 0; row < frozen; row++) head.push(drawRow(row, true, HEAD + store.heights.top(row)))

  const width = GUTTER + (lefts.at(-1) ?? 0)
  const bodyHeight = Math.max(store.heights.top(layout.rowCount), ...store.charts.map((chart) => chartBox(chart, boxOf).bottom))
  const box = boxOf(area)
  const activeBox = boxOf(store.merges.cellAt(active))
  const inHead = active.row < frozen
  const marks = (
    <>
      <div className="selection" style={box} />
      {fillTo && <div className="selection filling" style={boxOf(fillTo)} />}
      <div className="fill-handle" data-fill style={{ left: box.left + box.width - 4, top: box.top + box.height - 4 }} />
    </>
  )
  const editor = (
    <CellEditor
      key={store.sheetId}
      ref={editorRef}
      store={store}
      place={active}
      box={activeBox}
      name={cellName(active)}
      actions={actions}
      area={area}
      onKeyDown={onKeyDown}
    />
  )

  return (
    // biome-ignore lint/a11y/useSemanticElements: see the row
    <div
      className={layout.hidesGridlines ? 'sheet no-gridlines' : 'sheet'}
      ref={scroller}
      role="grid"
      aria-label={words.workbook.grid(title)}
      aria-describedby="grid-help"
      aria-rowcount={layout.rowCount}
      aria-colcount={layout.columnCount}
      aria-multiselectable="true"
      tabIndex={-1}
      onScroll={measure}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onDoubleClick={(event) => {
        if ((event.target as HTMLElement).closest('[data-row]')) editorRef.current?.open()
      }}
      onContextMenu={(event) => {
        event.preventDefault()
        actions.menu({ x: event.clientX, y: event.clientY })
      }}
    >
      <div className="sheet-canvas" role="presentation" style={{ width: width + 40, height: HEAD + bodyHeight + 40 }}>
        <div className="sheet-head" role="presentation" style={{ height: HEAD + frozenHeight, width: width + 40 }}>
          <div className="column-heads" role="presentation" aria-hidden="true" style={{ width, height: HEAD }}>
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
          {head}
          {inHead && editor}
          {inHead && marks}
        </div>
        {rows}
        {!inHead && marks}
        {!inHead && editor}
        {store.charts.map((chart) => {
          const { left, top } = chartBox(chart, boxOf)
          return <Chart key={chart.id} chart={chart} left={left} top={top} dark={dark} />
        })}
      </div>
    </div>
  )
}

const contains = (area: Area, { row, column }: Place): boolean =>
  row >= area.startRow && row < area.endRow && column >= area.startColumn && column < area.endColumn

function chartBox(chart: ChartState, boxOf: (area: Area) => { left: number; top: number }) {
  const { left, top } = boxOf(areaOf(at(chart.row, chart.column)))
  return { left: left + chart.offsetX, top: top + chart.offsetY, bottom: top + chart.offsetY + chart.height }
}

/** The source stretched to the place, along the axis on which it is farther away. */
function fillArea(source: Area, { row, column }: Place): Area | null {
  const down = row >= source.endRow ? row + 1 - source.endRow : row < source.startRow ? row - source.startRow : 0
  const right =
    column >= source.endColumn ? column + 1 - source.endColumn : column < source.startColumn ? column - source.startColumn : 0
  if (down === 0 && right === 0) return null
  if (Math.abs(down) >= Math.abs(right))
    return down > 0 ? { ...source, endRow: source.endRow + down } : { ...source, startRow: source.startRow + down }
  return right > 0 ? { ...source, endColumn: source.endColumn + right } : { ...source, startColumn: source.startColumn + right }
}

/** Distances of the columns' left edges from that of the first, and of the last one's right edge. */
function cumulative(widths: readonly number[]): number[] {
  const lefts = [0]
  for (const width of widths) lefts.push(lefts.at(-1)! + width)
  return lefts
}
