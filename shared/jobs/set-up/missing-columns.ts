import { findColumns, isColumnFault } from '../../intake/find-columns.ts'
import type { TabDetails } from '../../model/tab-details.ts'
import { type CellValue, COLUMNS, type ColumnKey, type TableKey } from '../../model/tabs.ts'

type Columns = Partial<Record<ColumnKey, number>>

/** The columns that are missing and can be added: not those that seem to be there under another header. */
export function addableColumns(tab: TableKey, details: TabDetails, headerRow: number, columns: Columns): readonly ColumnKey[] {
  const order: readonly ColumnKey[] = COLUMNS[tab]
  const required = requiredMissing(tab, details, headerRow)
  const isOurs = (key: ColumnKey): boolean => tab === 'submissions' && (key === 'status' || key === 'message')
  return order.filter(
    (key) =>
      columns[key] === undefined &&
      (isOurs(key) || !required.includes(key) || !mayBeRenamed(tab, key, details, headerRow, columns)),
  )
}

/** The columns without which a run stops, as far as they are missing. */
function requiredMissing(tab: TableKey, { title, cells }: TabDetails, headerRow: number): readonly ColumnKey[] {
  const headers = (cells[headerRow] ?? []).map(({ value }): CellValue => value)
  const found = findColumns(tab, { title, rows: [headers] })
  return isColumnFault(found) ? found.missing.map(({ column }) => column) : []
}

/**
 * Does a column that nothing names stand where the missing one would be, with something in it? It may be that one under another
 * header: a blank column beside it would make every row lack its figure, where the run now stops and says so.
 */
function mayBeRenamed(
  tab: TableKey,
  key: ColumnKey,
  { cells, columns: marked }: TabDetails,
  headerRow: number,
  columns: Columns,
): boolean {
  const index = placeFor(tab, key, columns)
  const header = cells[headerRow]?.[index]?.value
  return (
    typeof header === 'string' &&
    header.trim() !== '' &&
    !Object.values(columns).includes(index) &&
    (marked[index]?.key ?? null) === null &&
    cells.slice(headerRow + 1).some((row) => row[index] !== undefined && row[index].value !== null)
  )
}

/** Where a missing column belongs: after the nearest one that stands before it in the template, else before the first. */
export function placeFor(tab: TableKey, key: ColumnKey, columns: Columns): number {
  const order: readonly ColumnKey[] = COLUMNS[tab]
  const before = order.slice(0, order.indexOf(key)).findLast((each) => columns[each] !== undefined)
  return before === undefined ? Math.max(0, Math.min(...Object.values(columns)) - 1) : columns[before]! + 1
}
