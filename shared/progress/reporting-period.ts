import { type Day, dueDayOf, monthOfDay } from '../model/day.ts'
import { expectedIn } from '../model/enterprise.ts'
import { type Month, monthOf } from '../model/month.ts'
import type { Settings } from '../model/settings.ts'
import type { ProgressInput } from './measure-progress.ts'

/**
 * The newest month that has ended before the as-of day and is either past its due date or reported by everyone expected, at least
 * one (measures.md, "Reporting period").
 */
export function reportingPeriod({ asOf, settings, register, submissions }: ProgressInput): Month {
  const newest = monthOfDay(asOf) - 1
  if (isPastDue(newest, asOf, settings) || isReportedByAll(newest)) return newest
  // The month before was due at the latest on the last day of `newest`, which has passed.
  return newest - 1

  function isReportedByAll(month: Month): boolean {
    const expected = register.filter((enterprise) => expectedIn(enterprise, month, settings.janFeb))
    const reported = new Set(submissions.filter((row) => row.month === month).map((row) => row.enterprise))
    return expected.length > 0 && expected.every((enterprise) => reported.has(enterprise.id))
  }
}

/** Is the year complete, that is, has its December's due date passed (measures.md, "Season")? */
export const isCompleteYear = (year: number, asOf: Day, settings: Settings): boolean =>
  isPastDue(monthOf(year, 12), asOf, settings)

const isPastDue = (month: Month, asOf: Day, { dueDay }: Settings): boolean => asOf > dueDayOf(month, dueDay)
