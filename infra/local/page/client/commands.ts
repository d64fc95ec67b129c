import type { PageTexts } from '../../../../shared/model/texts/page-texts.ts'
import type { Area, Edit } from '../protocol.ts'
import type { GridActions } from './grid-actions.ts'
import type { IconName } from './icon.tsx'
import type { TabStore } from './tab-store.ts'

/** An entry of the table's menu; of its toolbar too where it has a sign. */
export interface Command {
  name: string
  sign: IconName | null
  act: () => void
}

interface CommandTarget {
  store: TabStore
  /** What is selected, and the column of its active cell. */
  area: Area
  column: number
  actions: GridActions
  edit: (edit: Edit) => Promise<void>
}

/** What can be done to the cells that are selected, in the order of the menu. */
export function commandsFor(
  { store, area, column, actions, edit }: CommandTarget,
  words: PageTexts['workbook'],
): readonly Command[] {
  const { sheetId } = store
  const { startRow, endRow } = area
  const count = Math.min(endRow, store.layout?.rowCount ?? endRow) - startRow
  const rows = (kind: 'insertRows' | 'deleteRows', row: number, many: number) => () =>
    void edit({ kind, sheetId, row, count: many })
  const sort = (descending: boolean) => () => void edit({ kind: 'sort', sheetId, column, descending })
  return [
    { name: words.undo, sign: 'undo', act: actions.undo },
    { name: words.redo, sign: 'redo', act: actions.redo },
    { name: words.insertAbove, sign: 'insert-above', act: rows('insertRows', startRow, 1) },
    { name: words.insertBelow, sign: 'insert-below', act: rows('insertRows', endRow, 1) },
    { name: words.deleteRows(count), sign: 'delete-row', act: rows('deleteRows', startRow, count) },
    { name: words.sortUp, sign: 'sort-up', act: sort(false) },
    { name: words.sortDown, sign: 'sort-down', act: sort(true) },
    { name: words.copy, sign: null, act: () => actions.copy(area, null) },
    { name: words.clear, sign: null, act: () => actions.clear(area) },
  ]
}
