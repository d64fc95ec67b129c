import type { Day } from '../model/day.ts'
import type { Problem, Severity } from '../model/problem.ts'
import { type CellValue, COLUMNS } from '../model/tabs.ts'
import type { Texts } from '../model/texts/texts.ts'

/** More would not be worked through, and would swell every commit. */
const MOST_PROBLEMS = 2_000

const WEIGHT: Record<Severity, number> = { rejected: 0, held: 1, note: 2 }

/** A problem with what says that it is the same one as in an earlier run: its row's content, not its place. */
export interface ListedProblem {
  problem: Problem
  identity: string
}

/** The content of Problems, header included: worst first, each with the day on which it was first seen. */
export function problemCells(
  present: readonly (readonly CellValue[])[],
  listed: readonly ListedProblem[],
  tabTitle: (tab: Problem['tab']) => string,
  today: Day,
  texts: Texts,
): CellValue[][] {
  const keyColumn = COLUMNS.problems.indexOf('key')
  const seenColumn = COLUMNS.problems.indexOf('firstSeen')
  const firstSeen = new Map(present.slice(1).map((row) => [String(row[keyColumn] ?? ''), row[seenColumn] ?? today]))
  const sorted = listed.toSorted(
    (a, b) => WEIGHT[a.problem.severity] - WEIGHT[b.problem.severity] || a.problem.row - b.problem.row,
  )
  const header = COLUMNS.problems.map((key) => texts.workbook.header.problems[key])
  const rows = sorted.slice(0, MOST_PROBLEMS).map(({ problem, identity }) => {
    const key = `${problem.rule}|${problem.column ?? ''}|${identity}`
    const where = problem.cell ?? String(problem.row)
    return [
      texts.rules.severity[problem.severity],
      `${tabTitle(problem.tab)} ${where}`,
      texts.rules.name[problem.rule],
      problem.read,
      texts.rules.advice[problem.rule](problem),
      firstSeen.get(key) ?? today,
      key,
    ]
  })
  const left = sorted.length - rows.length
  return [header, ...rows, ...(left > 0 ? [[texts.summary.moreProblems(left)]] : [])]
}
