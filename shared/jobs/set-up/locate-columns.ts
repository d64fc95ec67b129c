import { matchHeader } from '../../intake/header-names.ts'
import { cellIn, type TabDetails } from '../../model/tab-details.ts'
import { COLUMNS, type ColumnKey, INPUT_TABS, type TableKey } from '../../model/tabs.ts'
import { ALL_TEXTS } from '../../model/texts/texts.ts'
import type { Place } from '../../report/template/mending.ts'
import { addableColumns } from './missing-columns.ts'

const HEADER_ROWS = 10

/** Where a tab's columns stand, and what of them is gone. */
export interface LocatedTab {
  /** Null: neither headers nor marks tell where anything is; nothing of it is touched. */
  place: Place | null
  /** The row of headers was deleted: row `place.headerRow` is the place for a new one. */
  headerRowLost: boolean
  /** Columns that can be added without taking the place of one that was merely given another header. */
  missing: readonly ColumnKey[]
}

/** Finds the columns of a tab by their headers, else by their marks; of output tabs, which the program writes, by their order. */
export function locateColumns(tab: TableKey, details: TabDetails): LocatedTab {
  if (!(INPUT_TABS as readonly TableKey[]).includes(tab)) return byOrder(tab, details)
  const marks = marksOf(tab, details)
  const { headerRow, named } = namedColumns(tab, details)
  if (named.size === 0 && marks.size === 0) return isEmpty(tab, details) ? byOrder(tab, details) : UNKNOWN
  const isCertain = named.size * 2 >= COLUMNS[tab].length || (named.size > 0 && details.frozenRows > headerRow)
  if (!isCertain) return byMarks(marks, details)
  return byNames(tab, details, headerRow, named, marks)
}

const UNKNOWN: LocatedTab = { place: null, headerRowLost: false, missing: [] }

/** Everything of it was deleted, and its columns may be set out anew. */
const isEmpty = (tab: TableKey, { cells, columnCount }: TabDetails): boolean =>
  columnCount >= COLUMNS[tab].length &&
  cells.every((row) => row.every(({ value, formula }) => value === null && formula === null))

type Places = ReadonlyMap<ColumnKey, readonly number[]>

const ORDERED = (tab: TableKey): readonly ColumnKey[] => COLUMNS[tab]

function byOrder(tab: TableKey, details: TabDetails): LocatedTab {
  const nameless = ORDERED(tab).filter((key, index) => {
    const { value } = cellIn(details, 0, index)
    return !ALL_TEXTS.some(({ workbook }) => (workbook.header[tab] as Record<ColumnKey, string>)[key] === value)
  })
  const columns = Object.fromEntries(ORDERED(tab).flatMap((key, index) => (index < details.columnCount ? [[key, index]] : [])))
  return { place: { headerRow: 0, columns, nameless: new Set(nameless) }, headerRowLost: false, missing: [] }
}

/** The columns that carry a mark; of several with the same one the first. */
function marksOf(tab: TableKey, { columns }: TabDetails): Map<ColumnKey, number> {
  const marks = new Map<ColumnKey, number>()
  for (const [index, { key }] of columns.entries())
    if (ORDERED(tab).includes(key as ColumnKey) && !marks.has(key as ColumnKey)) marks.set(key as ColumnKey, index)
  return marks
}

/** The row of the top ten that names the most columns, and where it names each. */
function namedColumns(tab: TableKey, details: TabDetails): { headerRow: number; named: Places } {
  let best: { headerRow: number; named: Places } = { headerRow: 0, named: new Map() }
  for (const headerRow of details.cells.slice(0, HEADER_ROWS).keys()) {
    const named = namesIn(tab, details, headerRow)
    if (named.size > best.named.size) best = { headerRow, named }
  }
  return best
}

function namesIn(tab: TableKey, details: TabDetails, row: number): Places {
  const official = new Map<ColumnKey, number[]>()
  const aliases = new Map<ColumnKey, number[]>()
  const add = (places: Map<ColumnKey, number[]>, key: ColumnKey, index: number) =>
    places.set(key, [...(places.get(key) ?? []), index])
  for (const [index, { value, formula }] of (details.cells[row] ?? []).entries()) {
    if (tab === 'submissions' && formula !== null && isStatusFormula(formula)) add(official, 'status', index)
    const match = typeof value === 'string' ? matchHeader(tab, value) : null
    if (match) add(match.official ? official : aliases, match.column, index)
  }
  return new Map([...aliases, ...official])
}

const isStatusFormula = (formula: string): boolean => /^=\s*ARRAYFORMULA\(\s*IF\(\s*ROW\(/i.test(formula)

/** No header is left: they were emptied, or their row was deleted and figures stand where it was. */
function byMarks(marks: ReadonlyMap<ColumnKey, number>, details: TabDetails): LocatedTab {
  if (marks.size === 0) return UNKNOWN
  const headerRow = Math.max(0, details.frozenRows - 1)
  const isEmptied = [...marks.values()].every((index) => cellIn(details, headerRow, index).value === null)
  const place = { headerRow: isEmptied ? headerRow : 0, columns: Object.fromEntries(marks), nameless: new Set(marks.keys()) }
  return { place, headerRowLost: !isEmptied, missing: [] }
}

function byNames(
  tab: TableKey,
  details: TabDetails,
  headerRow: number,
  named: Places,
  marks: ReadonlyMap<ColumnKey, number>,
): LocatedTab {
  const columns: Partial<Record<ColumnKey, number>> = {}
  for (const [key, places] of named) columns[key] = places.find((index) => marks.get(key) === index) ?? places[0]!
  const nameless = new Set<ColumnKey>()
  const taken = () => Object.values(columns)
  for (const [key, index] of marks) {
    if (columns[key] !== undefined || taken().includes(index)) continue
    columns[key] = index
    nameless.add(key)
  }
  if (tab === 'submissions') keepMessageBesideStatus(columns, nameless, details, marks)
  return {
    place: { headerRow, columns, nameless },
    headerRowLost: false,
    missing: addableColumns(tab, details, headerRow, columns),
  }
}

/** The formula spreads from the status column into the next one: that one is the message column, or there is none. */
function keepMessageBesideStatus(
  columns: Partial<Record<ColumnKey, number>>,
  nameless: Set<ColumnKey>,
  details: TabDetails,
  marks: ReadonlyMap<ColumnKey, number>,
): void {
  const { status } = columns
  if (status === undefined || columns.message === status + 1) return
  delete columns.message
  nameless.delete('message')
  const next = status + 1
  const isFree =
    next < details.columnCount &&
    !Object.values(columns).includes(next) &&
    ![...marks].some(([key, index]) => index === next && key !== 'message') &&
    details.cells.every((row) => row[next] === undefined || (row[next].value === null && row[next].formula === null))
  if (isFree) columns.message = next
}
