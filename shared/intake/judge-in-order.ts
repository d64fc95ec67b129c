import type { Enterprise } from '../model/enterprise.ts'
import type { Yuan } from '../model/money.ts'
import { formatMonth, type Month, yearOf } from '../model/month.ts'
import { addProblem } from './add-problem.ts'
import { otherRows } from './other-rows.ts'
import { duplicates } from './rules/duplicates.ts'
import { ORDER_RULES } from './rules/list.ts'
import type { Circumstances, Earlier, RowInOrder } from './rules/rule.ts'
import { explains, isHeld, isRejected, liftHolds } from './settle-row.ts'
import type { ShapedRow } from './shape-row.ts'
import type { Table } from './table.ts'

/**
 * Judges the rows of one enterprise in order of month, each against the earlier accepted ones, and lifts the holds that are explained;
 * `rows` in sheet order, each with a month. Gives the rows that count, one a month.
 */
export function judgeInOrder(table: Table, enterprise: Enterprise, rows: ShapedRow[], circumstances: Circumstances): ShapedRow[] {
  if (!isSorted(rows)) rows.sort((left, right) => left.month! - right.month! || left.row - right.row)
  const accepted: (ShapedRow & Earlier)[] = []
  let newestMonth: Month | null = null
  for (let from = 0; from < rows.length; ) {
    const month = rows[from]!.month!
    let until = from + 1
    while (until < rows.length && rows[until]!.month === month) until += 1
    const counted = judgeMonth(table, enterprise, month, rows.slice(from, until), newestMonth, accepted, circumstances)
    if (counted) accepted.push(counted)
    newestMonth = month
    from = until
  }
  return accepted
}

function isSorted(rows: readonly ShapedRow[]): boolean {
  for (let index = 1; index < rows.length; index += 1) if (rows[index - 1]!.month! > rows[index]!.month!) return false
  return true
}

function judgeMonth(
  table: Table,
  enterprise: Enterprise,
  month: Month,
  rows: readonly ShapedRow[],
  newestMonth: Month | null,
  accepted: readonly Earlier[],
  circumstances: Circumstances,
): (ShapedRow & Earlier) | null {
  const standing = rows.filter((row) => !isRejected(row))
  if (rows.some(belongsHere)) {
    const newest = accepted.at(-1)
    const before = {
      enterprise,
      month,
      newestMonth,
      newestOfYear: newest !== undefined && yearOf(newest.month) === yearOf(month) ? newest : null,
      monthBefore: newest?.month === month - 1 ? newest : null,
      yearBefore: acceptedIn(accepted, month - 12),
      accepted,
    }
    for (const row of rows) if (belongsHere(row)) compare(table, row, before, circumstances)
  }
  markDuplicates(table, standing)
  liftExplained(standing)
  const counted = standing.find((row) => !isRejected(row) && !isHeld(row))
  // Rows with one key share one place in `_status`: a copy must not overwrite what is remembered of the row that counts.
  if (counted && rows.length > 1) for (const row of rows) if (row !== counted) row.copyOf = counted
  return counted ? (counted as ShapedRow & Earlier) : null
}

/** A row for a month that is not open or not expected has nothing to be compared with. */
const belongsHere = (row: ShapedRow): boolean =>
  row.problems.length === 0 || !row.problems.some(({ rule }) => rule === 'period-not-open' || rule === 'not-expected')

function acceptedIn(accepted: readonly Earlier[], month: Month): Earlier | null {
  for (let index = accepted.length - 1; index >= 0; index -= 1) {
    const earlier = accepted[index]!
    if (earlier.month <= month) return earlier.month === month ? earlier : null
  }
  return null
}

type Before = Omit<RowInOrder, 'row' | 'outputYtdYuan' | 'ownMonthYuan'>

function compare(table: Table, row: ShapedRow, before: Before, circumstances: Circumstances): void {
  leaveOutNegativeMonth(table, row, before)
  row.ownMonthYuan = ownMonthOf(row, before, circumstances)
  const outputYtdYuan = row.outputYtdYuan !== null && row.outputYtdYuan >= 0 ? row.outputYtdYuan : null
  const own: RowInOrder = { ...before, row, outputYtdYuan, ownMonthYuan: row.ownMonthYuan }
  for (const rule of ORDER_RULES) {
    const finding = rule(own, circumstances)
    if (finding) addProblem(table, row, finding.column, finding.rule, finding.facts)
  }
}

/** A month value may be negative when the total fell (product.md); otherwise it is a bad optional cell. */
function leaveOutNegativeMonth(table: Table, row: ShapedRow, { newestOfYear }: Before): void {
  if (row.outputMonthYuan === null || row.outputMonthYuan >= 0) return
  if (row.outputYtdYuan !== null && newestOfYear !== null && row.outputYtdYuan < newestOfYear.outputYtdYuan) return
  row.outputMonthYuan = null
  addProblem(table, row, 'outputMonth', 'left-out-cell', { reason: 'negative-output' })
}

/**
 * The month's own output, as the measures have it: the difference of two accepted totals, January's total, else what was typed. Merged,
 * January and February have none.
 */
function ownMonthOf(row: ShapedRow, { month, monthBefore }: Before, { settings }: Circumstances): Yuan | null {
  const total = row.outputYtdYuan
  if (total === null || total < 0 || (settings.janFeb === 'merged' && month % 12 <= 1)) return null
  if (month % 12 === 0) return total
  return monthBefore === null ? row.outputMonthYuan : total - monthBefore.outputYtdYuan
}

function markDuplicates(table: Table, standing: readonly ShapedRow[]): void {
  const finding = duplicates(standing)
  if (!finding) return
  // All of them are named, the own one too: rows that say the same share one verdict, which must be right beside each.
  const rows = otherRows(standing, null)
  for (const row of standing) {
    const facts = { ...finding.facts, rows, month: formatMonth(row.month!) }
    addProblem(table, row, finding.column, finding.rule, facts)
  }
}

/** The explanation in one copy of a repeated row serves the others: they say the same. */
function liftExplained(standing: readonly ShapedRow[]): void {
  const held = standing.filter(isHeld)
  if (held.length === 0) return
  const isRepeated = standing.length > 1 && !standing.some(isRejected)
  const isExplained = isRepeated && standing.some(explains)
  for (const row of held) if (isExplained || explains(row)) liftHolds(row)
}
