import type { Day } from './day.ts'
import type { Yuan } from './money.ts'
import type { Month } from './month.ts'

/** Whose growth served for a late enterprise: that of the target's own scope, or the county's because the scope has none. */
export type GrowthSource = 'scope' | 'county'

/** Where a path to the target starts: a fully reported December, the row's baseline, or a December that lacks reports. */
export type PathBase = 'december' | 'baseline' | 'incomplete-december'

/**
 * How a figure was computed, as facts that the catalogue turns into sentences. The progress measures produce them, each language
 * words them. Amounts in whole yuan, shares and factors as fractions, names of enterprises in the register's order.
 */
export type BasisFact =
  | { fact: 'unreadable-target' }
  /** The target is blank, 0 or negative. */
  | { fact: 'no-target' }
  | { fact: 'no-due-date' }
  // Who is in the total.
  | { fact: 'rows-counted'; counted: number; expected: number }
  | { fact: 'nobody-expected'; month: Month }
  /** The scope has no accepted row in the period's year up to the period. */
  | { fact: 'no-rows'; month: Month }
  | { fact: 'carried'; names: readonly string[] }
  | { fact: 'missing'; names: readonly string[] }
  // How the late ones enter the estimate: growth g since the month of their last row, growth h since last year, or not at all.
  | { fact: 'late-grown'; count: number; since: Month; factor: number; of: GrowthSource }
  | { fact: 'late-from-last-year'; count: number; factor: number; of: GrowthSource }
  | { fact: 'late-not-estimated'; count: number }
  // Growth. `typedBases`: for how many the row's own figure of last year is the base.
  | { fact: 'year-on-year'; enterprises: number; typedBases: number }
  | { fact: 'month-on-month'; enterprises: number }
  | { fact: 'season'; share: number; years: readonly number[] }
  | { fact: 'season-even'; share: number }
  // The path to the target, by years.
  | { fact: 'path-base'; from: PathBase; year: number; yuan: Yuan }
  | { fact: 'path-at-target' }
  | { fact: 'path-not-positive' }
  | { fact: 'no-path-base' }
  | { fact: 'reached-in'; year: number }
  // Trailing twelve months.
  | { fact: 'trailing-window'; from: Month; to: Month }
  | { fact: 'trailing-older'; count: number }
  | { fact: 'trailing-unknown'; from: Month; to: Month }
  | { fact: 'left-out'; names: readonly string[] }
  // Judging.
  | { fact: 'undecided-late' }
  | { fact: 'judged-from'; month: Month }
  | { fact: 'judged-at'; month: Month }
  // Shares and counts.
  | { fact: 'share-rows'; giving: number; counted: number; coverage: number | null }
  | { fact: 'coverage-low'; needed: number }
  | { fact: 'counted-on'; day: Day }
  | { fact: 'linear-path'; year: number; baseline: number; kind: 'share' | 'count'; due: Month }
  | { fact: 'no-baseline' }
