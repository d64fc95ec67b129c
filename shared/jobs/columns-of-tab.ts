import { Failure } from '../errors.ts'
import { type Columns, findColumns, isColumnFault } from '../intake/find-columns.ts'
import { headersOf } from '../intake/header-names.ts'
import type { TabCells, TableKey } from '../model/tabs.ts'

/** Where the tab's columns stand; one that is missing or stands twice stops the run, and nothing is written (product.md). */
export function columnsOfTab(tab: TableKey, cells: TabCells): Columns {
  const found = findColumns(tab, cells)
  if (!isColumnFault(found)) return found
  const [repeated] = found.repeated
  const headers = (expected: readonly string[]) => expected.join('” / “')
  if (repeated)
    throw new Failure('column-twice', {
      tab: found.title,
      expected: headers(headersOf(tab, repeated.column)),
      cells: repeated.cells.join(', '),
    })
  throw new Failure('column-missing', {
    tab: found.title,
    expected: found.missing.map(({ expected }) => headers(expected)).join('”, “'),
    found: found.found.join(', '),
  })
}
