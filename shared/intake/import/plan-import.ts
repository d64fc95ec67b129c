import type { Enterprise } from '../../model/enterprise.ts'
import { tenThousandFromYuan, type Yuan } from '../../model/money.ts'
import { formatMonth, yearOf } from '../../model/month.ts'
import type { Cluster } from '../../model/plan.ts'
import type { CellValue } from '../../model/tabs.ts'
import { type ColumnMap, placeColumns } from './column-map.ts'
import { type DerivedRow, deriveCumulative } from './derive-cumulative.ts'
import { type ExistingRow, type ExistingRows, openExisting } from './existing-rows.ts'
import { type ImportProblem, noteOn, rejectedRow } from './import-problem.ts'
import { monthRanges, monthsWithoutRow } from './months-without-row.ts'
import { newRegisterRows } from './new-register-rows.ts'
import { oneRowAMonth } from './one-row-a-month.ts'
import { openParties } from './parties.ts'
import { readSourceRows, type SourceRow } from './read-source-rows.ts'

export interface ImportInput {
  fileName: string
  /** `firstRow`: the row of the file that `rows[0]` is, from 1. */
  table: { header: readonly CellValue[]; rows: readonly (readonly CellValue[])[]; firstRow: number }
  map: ColumnMap
  register: readonly Enterprise[]
  clusters: readonly Cluster[]
  /** The rows that Submissions has, whatever their verdict. */
  existing: readonly ExistingRow[]
  janFeb: 'merged' | 'separate'
  /** Add enterprises and clusters that the register lacks; an empty register is filled in any case. */
  addEnterprises: boolean
  /** What every added row says of where it comes from. */
  explanation: string
}

/** What to append. Every row read is added, unchanged, folded, repeated, or rejected with a problem. */
export interface ImportPlan {
  /** Rows of the file that are not empty. */
  read: number
  /** Body rows; of Submissions the columns that people type. */
  submissions: CellValue[][]
  enterprises: CellValue[][]
  clusters: CellValue[][]
  /** Rows that the workbook already has with the same figures. */
  unchanged: number
  /** January rows that went into February's. */
  folded: number
  /** Copies of another row, counted once. */
  repeated: number
  problems: ImportProblem[]
}

/** Plans the import of earlier reports: what to append where, and what could not be read. Throws an Error when a column is missing. */
export function planImport(input: ImportInput): ImportPlan {
  const { table, map, register } = input
  const places = placeColumns(input.fileName, table.header, map)
  const parties = openParties(register, input.addEnterprises || register.length === 0)
  const source = readSourceRows(table.rows, table.firstRow, places, parties)
  const reports = oneRowAMonth(source.rows)
  const existing = openExisting(input.existing, parties)
  const derived = deriveAll(reports.rows, existing, input)
  const compared = compareWithExisting(derived.rows, existing)
  const made = newRegisterRows(derived.rows, input.clusters)
  return {
    read: source.read,
    submissions: compared.toAdd.sort(byMonthThenFile).map((row) => submissionRow(row, input.explanation)),
    enterprises: made.enterprises,
    clusters: made.clusters,
    unchanged: compared.unchanged,
    folded: derived.folded,
    repeated: reports.repeated,
    problems: [...source.problems, ...reports.problems, ...derived.problems, ...compared.problems, ...made.problems].sort(byRow),
  }
}

function deriveAll(rows: readonly SourceRow[], existing: ExistingRows, { map, janFeb }: ImportInput) {
  const output = map.outputMonth === undefined ? 'year-to-date' : 'month'
  const all = { rows: [] as DerivedRow[], folded: 0, problems: [] as ImportProblem[] }
  for (const [party, own] of Map.groupBy(rows, (row) => row.party)) {
    const inOrder = own.toSorted((one, other) => one.month - other.month)
    for (const year of Map.groupBy(inOrder, ({ month }) => yearOf(month)).values()) {
      const broughtForward = existing.totalBefore(party, year[0]!.month)
      const derived = deriveCumulative(year, { output, janFeb, broughtForward })
      all.rows.push(...derived.rows)
      all.folded += derived.folded
      all.problems.push(...derived.problems)
    }
    const silent = output === 'month' ? monthsWithoutRow(inOrder.map(({ month }) => month)) : []
    if (silent.length > 0) all.problems.push(noteOn(party.name, 'months-without-row', { months: monthRanges(silent) }))
  }
  return all
}

function compareWithExisting(rows: readonly DerivedRow[], existing: ExistingRows) {
  const compared = { toAdd: [] as DerivedRow[], unchanged: 0, problems: [] as ImportProblem[] }
  for (const row of rows) {
    const standing = existing.compare(row)
    if (standing === 'absent') compared.toAdd.push(row)
    else if (standing === 'same') compared.unchanged += 1
    else compared.problems.push(rejectedRow(row.source, 'differs-from-existing'))
  }
  return compared
}

const byMonthThenFile = (one: DerivedRow, other: DerivedRow): number =>
  one.month - other.month || one.source.row - other.source.row

/** Notes on enterprises stand last. */
const byRow = (one: ImportProblem, other: ImportProblem): number =>
  (one.row ?? Number.MAX_SAFE_INTEGER) - (other.row ?? Number.MAX_SAFE_INTEGER)

function submissionRow({ source, month, outputYtdYuan, outputMonthYuan }: DerivedRow, explanation: string): CellValue[] {
  const figure = (yuan: Yuan | null): number | null => (yuan === null ? null : tenThousandFromYuan(yuan))
  const [total, own, added] = [outputYtdYuan, outputMonthYuan, source.valueAddedYtdYuan].map(figure)
  return [formatMonth(month), source.party.name, source.creditCode, total!, own!, null, added!, explanation || null]
}
