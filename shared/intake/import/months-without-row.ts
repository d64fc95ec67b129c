import { formatMonth, type Month } from '../../model/month.ts'

/** The months between an enterprise's first and last row that have none. */
export function monthsWithoutRow(months: readonly Month[]): Month[] {
  const filed = new Set(months)
  const first = Math.min(...months)
  return Array.from({ length: Math.max(...months) - first }, (_, index) => first + index).filter((month) => !filed.has(month))
}

/** Months in order as text, runs of three and more by their ends: `2014-07..2015-02, 2015-06`. */
export function monthRanges(months: readonly Month[]): string {
  const runs: Month[][] = []
  for (const month of months) {
    const run = runs.at(-1)
    if (run?.at(-1) === month - 1) run.push(month)
    else runs.push([month])
  }
  return runs
    .flatMap((run) => (run.length > 2 ? `${formatMonth(run[0]!)}..${formatMonth(run.at(-1)!)}` : run.map(formatMonth)))
    .join(', ')
}
