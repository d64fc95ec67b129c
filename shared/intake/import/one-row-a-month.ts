import { type ImportProblem, rejectedRow } from './import-problem.ts'
import type { SourceRow } from './read-source-rows.ts'

interface Reports {
  /** At most one row for an enterprise and month, in the file's order; one without output stands for a month that is not known. */
  rows: SourceRow[]
  /** Copies that say the same as another row; they count once. */
  repeated: number
  problems: ImportProblem[]
}

/** How many of the rows that disagree a problem names at most. */
const ROWS_NAMED = 6

/** Counts identical rows once and lets none of several that differ count, because nobody can tell which is right. */
export function oneRowAMonth(source: readonly SourceRow[]): Reports {
  const reports: Reports = { rows: [], repeated: 0, problems: [] }
  for (const group of Map.groupBy(source, ({ party, month }) => `${month} ${party.key}`).values()) {
    const readable = group.filter(({ outputYuan }) => outputYuan !== null)
    const [first = group[0]!, ...others] = readable
    if (others.every((row) => saysTheSame(row, first))) {
      reports.rows.push(first)
      reports.repeated += others.length
      continue
    }
    const named = readable.slice(0, ROWS_NAMED)
    for (const row of readable) {
      const rows = named.flatMap((other) => (other === row ? [] : other.row)).join(', ')
      reports.problems.push(rejectedRow(row, 'conflicting-duplicate', { rows }))
    }
    reports.rows.push({ ...first, outputYuan: null })
  }
  return reports
}

const saysTheSame = (one: SourceRow, other: SourceRow): boolean =>
  one.outputYuan === other.outputYuan && one.valueAddedYtdYuan === other.valueAddedYtdYuan
