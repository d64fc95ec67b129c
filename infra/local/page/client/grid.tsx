import { type KeyboardEvent, type RefObject, useSyncExternalStore } from 'react'
import type { Area } from '../protocol.ts'
import { CellEditor, type EditorHandle } from './cell-editor.tsx'
import { Chart } from './chart.tsx'
import { ColumnHeads } from './column-heads.tsx'
import type { GridActions } from './grid-actions.ts'
import { boxOf, chartBox, columnLefts, GUTTER, HEAD } from './grid-geometry.ts'
import { pressKey } from './grid-keys.ts'
import { GridRows } from './grid-rows.tsx'
import { useWords } from './page-words.ts'
import { areaOf, at, cellName, type Selection } from './selection.ts'
import { SelectionMarks } from './selection-marks.tsx'
import type { TabStore } from './tab-store.ts'
import { useGridPointer } from './use-grid-pointer.ts'
import { useGridView } from './use-grid-view.ts'

interface GridProps {
  store: TabStore
  title: string
  dark: boolean
  selection: Selection
  onSelect: (selection: Selection) => void
  actions: GridActions
  editorRef: RefObject<EditorHandle | null>
}

/**
 * The table of one tab: draws the rows in view, and takes what keyboard, mouse and clipboard do to it. Our own, because FortuneSheet was
 * tried: it takes the whole sheet at once, changes and calculates it before the server has agreed, makes functions out of text when rows
 * are inserted (which the page's policy forbids), and draws on a canvas that no screen reader sees.
 */
export function Grid({ store, title, dark, selection, onSelect, actions, editorRef }: GridProps) {
  const words = useWords()
  useSyncExternalStore(store.subscribe, () => store.revision)
  const { layout, heights, merges, charts } = store
  const lefts = columnLefts(layout?.columnWidths ?? [])
  const area = merges.widened(areaOf(selection))
  const pointer = useGridPointer({ store, selection, area, onSelect, onFill: actions.fill, editorRef })
  const { scroller, view, rows, measure } = useGridView(store, lefts, selection, pointer.dragging)
  if (!layout) return <div className="sheet" ref={scroller} />

  const { active } = selection
  const place = (of: Area) => boxOf(of, lefts, heights)
  const openMenu = () => {
    const element = scroller.current!
    const bounds = element.getBoundingClientRect()
    const box = place(areaOf(at(active.row, active.column)))
    actions.menu({ x: bounds.left + box.left - element.scrollLeft + 8, y: bounds.top + box.top - element.scrollTop + 8 })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const target = { store, layout, selection, area, viewHeight: view.height, onSelect, actions, openMenu }
    if (pressKey(event, target)) event.preventDefault()
  }

  const width = lefts.at(-1) ?? 0
  const chartBoxes = charts.map((chart) => chartBox(chart, lefts, heights))
  const bodyHeight = Math.max(heights.top(layout.rowCount), ...chartBoxes.map(({ top, height }) => top + height))
  const inHead = active.row < rows.frozen
  const marks = <SelectionMarks box={place(area)} fillBox={pointer.fillTo && place(pointer.fillTo)} />
  const editor = (
    <CellEditor
      key={store.sheetId}
      ref={editorRef}
      store={store}
      place={active}
      box={place(merges.cellAt(active))}
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
      {...pointer.handlers}
      onDoubleClick={(event) => {
        if ((event.target as HTMLElement).closest('[data-row]')) editorRef.current?.open()
      }}
      onContextMenu={(event) => {
        event.preventDefault()
        actions.menu({ x: event.clientX, y: event.clientY })
      }}
    >
      <div className="sheet-canvas" role="presentation" style={{ width: GUTTER + width + 40, height: HEAD + bodyHeight + 40 }}>
        <div className="sheet-head" role="presentation" style={{ height: HEAD + rows.frozenHeight, width: GUTTER + width + 40 }}>
          <ColumnHeads widths={layout.columnWidths} width={width} area={area} />
          <GridRows store={store} layout={layout} from={0} to={rows.frozen} header area={area} />
          {inHead && editor}
          {inHead && marks}
        </div>
        <GridRows
          store={store}
          layout={layout}
          from={Math.max(rows.frozen, merges.firstRow(rows.first))}
          to={rows.last}
          header={false}
          area={area}
        />
        {!inHead && marks}
        {!inHead && editor}
        {charts.map((chart, index) => (
          <Chart key={chart.id} chart={chart} left={chartBoxes[index]!.left} top={chartBoxes[index]!.top} dark={dark} />
        ))}
      </div>
    </div>
  )
}
