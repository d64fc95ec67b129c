import type { Yuan } from '../model/money.ts'
import type { Month } from '../model/month.ts'
import type { Problem, Severity } from '../model/problem.ts'
import { COLUMNS, type TableKey } from '../model/tabs.ts'

/** A problem with what it is about: decides its place in every list, and that it is the same one as in an earlier run. */
export interface ListedProblem {
  problem: Problem
  /** The enterprise as in the register, else as typed; empty where the problem is about none. */
  enterprise: string
  /** The month of the row, and how the row spells it where it could not be read. */
  month: Month | null
  period: string
  /** How large the enterprise is by its accepted totals, else the total typed in the row; null: neither is known. */
  size: Yuan | null
  /** The row's own content, not its place: who and when as typed. */
  identity: string
  /** The row's figures as typed: tell rows of one identity apart. */
  figures: string
}

const WEIGHT: Record<Severity, number> = { rejected: 0, held: 1, note: 2 }
const TABS = Object.keys(COLUMNS) as TableKey[]

/**
 * What matters most first, for every list of problems: by severity, then the largest enterprise, then the newest month, then in the
 * order of the sheet. An enterprise that nobody could place weighs as much as the figure typed for it: that much may be missing.
 */
export const inOrder = (listed: readonly ListedProblem[]): ListedProblem[] =>
  listed.toSorted(
    (a, b) =>
      WEIGHT[a.problem.severity] - WEIGHT[b.problem.severity] ||
      (b.size ?? -1) - (a.size ?? -1) ||
      (b.month ?? -1) - (a.month ?? -1) ||
      TABS.indexOf(a.problem.tab) - TABS.indexOf(b.problem.tab) ||
      a.problem.row - b.problem.row,
  )
