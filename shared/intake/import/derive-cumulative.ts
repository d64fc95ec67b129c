import type { Yuan } from '../../model/money.ts'
import { formatMonth, type Month, monthOfYear } from '../../model/month.ts'
import { type ImportProblem, rejectedRow } from './import-problem.ts'
import type { SourceRow } from './read-source-rows.ts'

/** What a row of the workbook will say. */
export interface DerivedRow {
  /** The row of the file that it stands for. */
  source: SourceRow
  /** The first month that the file has of it: January where the row stands for January and February. */
  filedFrom: Month
  month: Month
  outputYtdYuan: Yuan
  /** Null where the file has none, and for January and February together. */
  outputMonthYuan: Yuan | null
}

interface Derived {
  rows: DerivedRow[]
  /** January rows that went into February's. */
  folded: number
  problems: ImportProblem[]
}

interface DeriveOptions {
  /** What the file's output is. */
  output: 'month' | 'year-to-date'
  janFeb: 'merged' | 'separate'
  /** Cumulative output of the year before its first row of the file, as the workbook has it; null when it can't be told. */
  broughtForward: Yuan | null
}

/** What the file says of one month, or of January and February together. */
interface Entry {
  /** In the order of months; the last one stands for the entry. */
  sources: SourceRow[]
  month: Month
  yuan: Yuan | null
}

/** The cumulative figures of one enterprise and year from its rows in the order of months; after a month that is not known there are none. */
export function deriveCumulative(year: readonly SourceRow[], options: DeriveOptions): Derived {
  const { output, janFeb, broughtForward } = options
  const derived: Derived = { rows: [], folded: 0, problems: [] }
  let total = output === 'month' ? broughtForward : null
  let unknownSince: Month | null = null
  for (const { sources, month, yuan } of entriesOf(year, options)) {
    total = yuan === null || (output === 'month' && total === null) ? null : output === 'month' ? total! + yuan : yuan
    const readable = sources.filter(({ outputYuan }) => outputYuan !== null)
    if (total === null) {
      unknownSince ??= month
      const since = formatMonth(unknownSince)
      derived.problems.push(...readable.map((source) => rejectedRow(source, 'total-unknown', { since })))
      continue
    }
    derived.folded += readable.length - 1
    const ownMonth = output === 'month' && !(janFeb === 'merged' && monthOfYear(month) === 2)
    derived.rows.push({
      source: sources.at(-1)!,
      filedFrom: sources[0]!.month,
      month,
      outputYtdYuan: total,
      outputMonthYuan: ownMonth ? yuan : null,
    })
  }
  return derived
}

function entriesOf(year: readonly SourceRow[], { output, janFeb }: DeriveOptions): Entry[] {
  const early = janFeb === 'merged' ? year.filter(({ month }) => monthOfYear(month) <= 2) : []
  const entries = year
    .slice(early.length)
    .map((source): Entry => ({ sources: [source], month: source.month, yuan: source.outputYuan }))
  if (early.length === 0) return entries
  const [first, last] = [early[0]!, early.at(-1)!]
  const both = first.outputYuan === null || last.outputYuan === null ? null : first.outputYuan + last.outputYuan
  const yuan = output === 'month' && first !== last ? both : last.outputYuan
  // January alone fills February's row: the enterprise is not expected in January.
  return [{ sources: [...early], month: last.month - monthOfYear(last.month) + 2, yuan }, ...entries]
}
