import type { BasisFact } from './basis.ts'
import type { Day } from './day.ts'
import type { EmergingField } from './enterprise.ts'
import type { Yuan } from './money.ts'
import type { Month } from './month.ts'
import type { Milestone, Name } from './plan.ts'

export const STATUSES = [
  'achieved',
  'missed',
  'on-track',
  'at-risk',
  'off-track',
  'holding',
  'breached',
  'tracking',
  'no-data',
] as const
export type Status = (typeof STATUSES)[number]

/** Who reported for the period, of those expected. reported + carried + missing = expected. */
export interface Completeness {
  expected: number
  reported: number
  carried: number
  missing: number
  /** reported / expected; null when nobody is expected. */
  share: number | null
  /** Ids of the enterprises that are late, in the register's order. */
  late: readonly number[]
}

/** Where one target stands. Amounts in whole yuan, shares and ratios as fractions, counts as numbers; null: no value. */
export interface Indicator {
  key: string
  name: Name
  measure: string
  scope: string
  kind: string
  unit: string
  dueOn: Day | null
  value: number | null
  target: number | null
  stretch: number | null
  attainment: number | null
  stretchAttainment: number | null
  /** target - value; negative when past it. */
  gap: number | null
  pace: number | null
  forecast: number | null
  forecastLow: number | null
  forecastHigh: number | null
  neededPerMonth: number | null
  yearOnYear: number | null
  monthOnMonth: number | null
  trailingTwelveMonths: number | null
  monthsBelow: readonly Month[]
  estimateWithLate: number | null
  seasonalShare: number | null
  /** The path's value: of output for the whole year, of a share or a count at the month it is judged at. */
  path: number | null
  coverage: number | null
  status: Status
  /** reported / expected of the scope; null for counts. */
  completeness: number | null
  basis: readonly BasisFact[]
}

/** Output of one scope month by month, for tables and charts. */
export interface ScopeFigures {
  /** `county`, `cluster:KEY`, `emerging`, `field:FIELD` or `none` (county enterprises without a cluster). */
  scope: string
  name: Name
  outputYtd: Yuan | null
  estimateWithLate: Yuan | null
  yearOnYear: number | null
  completeness: Completeness
}

export interface MilestoneProgress extends Omit<Milestone, 'note' | 'row'> {
  late: boolean
}

/** One month of the reporting period's year, for charts; null: no value, also after the reporting period. */
export interface CourseMonth {
  /** Cumulative output of the county, and on which path to the county's target it should be. */
  cumulative: Yuan | null
  cumulativeLastYear: Yuan | null
  path: number | null
  /** Output of the month alone. */
  monthly: Yuan | null
  monthlyLastYear: Yuan | null
  /** Emerging industries' share of added value, year to date. */
  emergingShare: number | null
  emergingShareLastYear: number | null
  /** What the year was going to come to, as seen in that month. */
  forecast: number | null
  forecastLow: number | null
  forecastHigh: number | null
}

/** How the county's year went, January to December. */
export interface Course {
  year: number
  months: readonly CourseMonth[]
}

/** The whole account of the plan on a day: what Summary, digests and the JSON document show. */
export interface Progress {
  asOf: Day
  period: Month
  completeness: Completeness
  indicators: readonly Indicator[]
  clusters: readonly ScopeFigures[]
  fields: readonly (ScopeFigures & { field: EmergingField })[]
  milestones: readonly MilestoneProgress[]
  course: Course
}
