import type { Problem, Rule, Severity } from '../model/problem.ts'
import type { ColumnKey } from '../model/tabs.ts'
import type { ShapedRow } from './shape-row.ts'
import { type Facts, problemAt, type Table } from './table.ts'

/** The list that clean rows share, so that a hundred thousand of them need none of their own. */
export const NO_PROBLEMS: Problem[] = []

/** Adds what is wrong with a row of Submissions, at the cell of a column. */
export function addProblem(
  table: Table,
  shaped: ShapedRow,
  column: ColumnKey<'submissions'> | null,
  rule: Rule,
  facts: Facts,
  severity?: Severity,
): void {
  if (shaped.problems === NO_PROBLEMS) shaped.problems = []
  shaped.problems.push(problemAt(table, shaped.row, column, rule, facts, severity))
}
