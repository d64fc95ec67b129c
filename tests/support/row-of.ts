import { type CellValue, COLUMNS, type ColumnKey, type TableKey } from '../../shared/model/tabs.ts'

/** A row of the tab by its columns' keys; what isn't named is blank. */
export const rowOf = <T extends TableKey>(tab: T, cells: Partial<Record<ColumnKey<T>, CellValue>>): CellValue[] =>
  COLUMNS[tab].map((column) => (cells as Record<string, CellValue>)[column] ?? null)
