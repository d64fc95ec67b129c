import { COLUMNS, type ColumnKey, columnLetters, type TabCells, type TableKey } from '../model/tabs.ts'
import { cutText, isBlank, keptText } from './clean-text.ts'
import { headersOf, matchHeader } from './header-names.ts'

/** Where the columns of a tab stand. */
export interface Columns {
  /** Index of the header row, from 0. */
  headerRow: number
  /** Index of each column found, from 0. */
  index: Partial<Record<ColumnKey, number>>
}

/** Why a tab's columns can't be told: the run stops with it and writes nothing (product.md, "The workbook"). */
export interface ColumnFault {
  fault: 'columns'
  tab: TableKey
  /** The tab's title as people see it. */
  title: string
  /** Required columns without a header, each with the headers that would be understood, one a language. */
  missing: readonly { column: ColumnKey; expected: readonly string[] }[]
  /** Columns whose header stands more than once, with the A1 cells. */
  repeated: readonly { column: ColumnKey; cells: readonly string[] }[]
  /** The headers found, as typed. */
  found: readonly string[]
}

const HEADER_ROWS = 10

/** Columns that may be missing: what they say is optional, so that no figure changes silently without them. */
const OPTIONAL: Partial<Record<TableKey, readonly ColumnKey[]>> = {
  // The last two are the program's own: a broken formula leaves them without headers, and the run puts it back.
  submissions: ['creditCode', 'outputMonth', 'outputYtdLastYear', 'valueAddedYtd', 'status', 'message'],
  enterprises: ['creditCode', 'aliases', 'contactName', 'contactEmail'],
  titles: ['level'],
  clusters: ['nameEn', 'leader'],
  targets: ['nameEn', 'stretch', 'note'],
  milestones: ['area', 'owner', 'percent', 'note'],
  recipients: ['name', 'language', 'onlyIfChanged'],
  settings: ['meaning'],
}

/** Did the tab's columns not come out? */
export const isColumnFault = (found: Columns | ColumnFault): found is ColumnFault => 'fault' in found

/** Columns of the tab that are not required and not there; for the command line's check. */
export const absentColumns = (tab: TableKey, columns: Columns): readonly ColumnKey[] =>
  COLUMNS[tab].filter((column) => columns.index[column] === undefined)

/**
 * Finds the header row (the first of the top ten rows with the most headers) and the columns by header, in either language or by
 * an alias; other columns are ignored (B35 to B37). A required column that is missing, or one that stands twice, is a fault.
 */
export function findColumns(tab: TableKey, cells: TabCells): Columns | ColumnFault {
  const candidates = cells.rows.slice(0, HEADER_ROWS).map((row) => placesIn(tab, row))
  let headerRow = 0
  for (const [row, places] of candidates.entries()) if (places.size > (candidates[headerRow]?.size ?? 0)) headerRow = row
  const places = candidates[headerRow] ?? new Map<ColumnKey, number[]>()

  const optional = OPTIONAL[tab] ?? []
  const missing = COLUMNS[tab]
    .filter((column) => !places.has(column) && !optional.includes(column))
    .map((column) => ({ column, expected: headersOf(tab, column) }))
  const repeated = [...places]
    .filter(([, at]) => at.length > 1)
    .map(([column, at]) => ({ column, cells: at.map((index) => `${columnLetters(index)}${headerRow + 1}`) }))
  if (missing.length === 0 && repeated.length === 0) {
    return { headerRow, index: Object.fromEntries([...places].map(([column, at]) => [column, at[0]!])) }
  }
  return { fault: 'columns', tab, title: cells.title, missing, repeated, found: headersFound(cells, headerRow, places.size > 0) }
}

/** Where each column's header stands in the row; an official header hides aliases, so that a remark column beside it does no harm. */
function placesIn(tab: TableKey, row: TabCells['rows'][number]): Map<ColumnKey, number[]> {
  const official = new Map<ColumnKey, number[]>()
  const byAlias = new Map<ColumnKey, number[]>()
  for (const [index, cell] of row.entries()) {
    const match = typeof cell === 'string' ? matchHeader(tab, cell) : null
    if (!match) continue
    const places = match.official ? official : byAlias
    places.set(match.column, [...(places.get(match.column) ?? []), index])
  }
  return new Map([...byAlias, ...official])
}

/** Where no header matched, the first row may be one of figures and addresses, which no failure tells (security.md S17). */
function headersFound(cells: TabCells, headerRow: number, matched: boolean): readonly string[] {
  const row = matched ? cells.rows[headerRow] : cells.rows.find((candidate) => candidate.some((cell) => !isBlank(cell)))
  const found = (row ?? []).filter((cell) => !isBlank(cell)).map((cell) => cutText(keptText(cell), 100))
  return matched ? found : found.filter((text) => !/[\p{N}@＠]/u.test(text))
}
