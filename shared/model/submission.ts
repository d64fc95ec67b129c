import type { Yuan } from './money.ts'
import type { Month } from './month.ts'

/** The figures of an accepted row: counted in the totals. */
export interface Submission {
  /** Id of the enterprise. */
  enterprise: number
  month: Month
  /** Output since January of the month's year. */
  outputYtdYuan: Yuan
  outputMonthYuan: Yuan | null
  outputYtdLastYearYuan: Yuan | null
  valueAddedYtdYuan: Yuan | null
  /** Row of Submissions, from 1. */
  row: number
}
