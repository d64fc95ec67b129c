import type { Enterprise } from '../model/enterprise.ts'
import type { Yuan } from '../model/money.ts'
import { formatMonth, yearOf } from '../model/month.ts'
import type { Problem } from '../model/problem.ts'
import { figuresKey, KEY_TEXT_LENGTH, rowKey } from '../model/row-key.ts'
import type { Submission } from '../model/submission.ts'
import type { CellValue } from '../model/tabs.ts'
import type { JudgedRow } from '../model/verdict.ts'
import { inOrder, type ListedProblem } from '../report/problem-order.ts'
import type { Judgement } from './judge-workbook.ts'

/** All problems of a workbook, what matters most first: the one order of the tab, the JSON document and the terminal. */
export function listProblems({
  rows,
  problems,
  register,
  submissions,
}: Pick<Judgement, 'rows' | 'problems' | 'register' | 'submissions'>): ListedProblem[] {
  const sizes = sizesOf(submissions)
  const byRow = new Map(register.map((enterprise) => [enterprise.row, enterprise]))
  return inOrder([
    ...problems.map((problem) => ofRegister(problem, byRow, sizes)),
    ...rows.flatMap((row) => row.problems.map((problem) => ofRow(problem, row, register, sizes))),
  ])
}

function ofRow(
  problem: Problem,
  { typed, enterprise, month, outputYtdYuan }: JudgedRow,
  register: readonly Enterprise[],
  sizes: ReadonlyMap<number, Yuan>,
): ListedProblem {
  const known = enterprise === null ? undefined : register[enterprise]
  return {
    problem,
    enterprise: known?.name ?? (shortText(typed.enterprise) || shortText(typed.creditCode)),
    month,
    period: month === null ? shortText(typed.period) : formatMonth(month),
    size: (known && sizes.get(known.id)) ?? outputYtdYuan,
    identity: rowKey(typed),
    figures: figuresKey(typed),
  }
}

/** Of the other tabs only rows of the register are about an enterprise's figures. */
function ofRegister(problem: Problem, byRow: ReadonlyMap<number, Enterprise>, sizes: ReadonlyMap<number, Yuan>): ListedProblem {
  const { tab, row, entry = '', read } = problem
  const enterprise = tab === 'enterprises' ? byRow.get(row) : undefined
  return {
    problem,
    enterprise: enterprise?.name ?? (tab === 'enterprises' || tab === 'titles' ? entry : ''),
    month: null,
    period: '',
    size: (enterprise && sizes.get(enterprise.id)) ?? null,
    identity: `${tab}|${entry}`,
    figures: read,
  }
}

/** The text that a cell shows, as far as a list needs it. */
const shortText = (cell: CellValue): string => String(cell ?? '').slice(0, KEY_TEXT_LENGTH)

/**
 * By enterprise, its newest accepted total, or that of the year before where it is larger: early in a year every total is small,
 * and whoever is late would seem smaller than those who are not.
 */
function sizesOf(submissions: readonly Submission[]): Map<number, Yuan> {
  const newest = new Map<number, Submission>()
  for (const submission of submissions) keepNewest(newest, submission)
  const yearBefore = new Map<number, Submission>()
  for (const submission of submissions)
    if (yearOf(submission.month) === yearOf(newest.get(submission.enterprise)!.month) - 1) keepNewest(yearBefore, submission)
  return new Map(
    [...newest].map(([id, { outputYtdYuan }]) => [id, Math.max(outputYtdYuan, yearBefore.get(id)?.outputYtdYuan ?? 0)]),
  )
}

function keepNewest(kept: Map<number, Submission>, submission: Submission): void {
  const present = kept.get(submission.enterprise)
  if (!present || submission.month > present.month) kept.set(submission.enterprise, submission)
}
