import type { Area, Edit } from '../protocol.ts'
import { usedPart } from './area.ts'
import { copyCells } from './copy-cells.ts'
import { repeatToFill } from './repeat-to-fill.ts'
import type { Place, Selection } from './selection.ts'
import type { TabStore } from './tab-store.ts'
import { parseTsv } from './tsv.ts'

/** What can be done to the cells of a tab. */
export interface GridActions {
  enter(place: Place, rows: string[][]): void
  clear(area: Area): void
  fill(source: Area, target: Area): void
  undo(): void
  redo(): void
  copy(area: Area, clipboard: DataTransfer | null): void
  menu(place: { x: number; y: number }): void
  /** Over what is selected. */
  paste(text: string): void
}

interface ActionTarget {
  store: TabStore
  /** What is selected. */
  area: Area
  edit: (edit: Edit) => Promise<void>
  select: (selection: Selection) => void
  openMenu: GridActions['menu']
}

export function gridActions({ store, area, edit, select, openMenu }: ActionTarget): GridActions {
  const { sheetId } = store
  const enter = (place: Place, rows: string[][]) => {
    store.expect(place.row, place.column, rows)
    void edit({ kind: 'enter', sheetId, ...place, rows })
  }
  return {
    enter,
    clear: (cleared) => {
      const { startRow, endRow, startColumn, endColumn } = usedPart(cleared, store.layout?.usedRows)
      const line = Array.from({ length: endColumn - startColumn }, () => '')
      enter(
        { row: startRow, column: startColumn },
        Array.from({ length: endRow - startRow }, () => line),
      )
    },
    fill: (source, target) => void edit({ kind: 'fill', sheetId, source, target }),
    undo: () => void edit({ kind: 'undo' }),
    redo: () => void edit({ kind: 'redo' }),
    copy: (from, clipboard) => void copyCells(store, from, clipboard),
    menu: openMenu,
    paste: (text) => {
      if (text === '') return
      const rows = repeatToFill(parseTsv(text), area)
      const first = { row: area.startRow, column: area.startColumn }
      enter(first, rows)
      select({
        active: first,
        end: {
          row: first.row + rows.length - 1,
          column: first.column + rows.reduce((widest, { length }) => Math.max(widest, length), 0) - 1,
        },
        still: true,
      })
    },
  }
}
