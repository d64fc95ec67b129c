import { DateTime } from 'luxon'
import { type Day, monthOfDay } from './day.ts'
import { dueDateOf } from './due-date.ts'
import { formatMonth, parseMonth } from './month.ts'
import type { Settings } from './settings.ts'

export type DigestSchedule = 'weekly' | 'monthly'

/** A period of a schedule: `2026-W12`, or the month that is reported on, `2026-02`; and the day on which its digest is due. */
export interface DigestPeriod {
  period: string
  dueOn: Day
}

type Calendar = Pick<Settings, 'digestWeekday' | 'dueDay' | 'workingDays'>

/**
 * The newest period whose digest is due on the day: of a week on its weekday, of a month on the day after its figures were due.
 * Periods spell so that later ones sort after earlier ones.
 */
export function newestPeriod(schedule: DigestSchedule, day: Day, calendar: Calendar): DigestPeriod {
  if (schedule === 'weekly') {
    const date = utc(day)
    const thisWeek = date.startOf('week').plus({ days: calendar.digestWeekday - 1 })
    return weekOf(thisWeek > date ? thisWeek.minus({ weeks: 1 }) : thisWeek)
  }
  for (let month = monthOfDay(day) - 1; ; month--) {
    const dueOn = dayAfter(dueDateOf(month, calendar))
    if (dueOn <= day) return { period: formatMonth(month), dueOn }
  }
}

/** More missed periods than these are told as these. */
const MOST_MISSED = 60

/** The periods between two of a schedule: those that were never sent when `after` follows `before` (faults.md F06). */
export function periodsBetween(schedule: DigestSchedule, before: string, after: string): string[] {
  const missed: string[] = []
  for (let next = following(schedule, before); next < after && missed.length < MOST_MISSED; next = following(schedule, next))
    missed.push(next)
  return missed
}

/** The `count` periods before one, the newest first. */
export const periodsBefore = (schedule: DigestSchedule, period: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => stepped(schedule, period, -1 - index))

const following = (schedule: DigestSchedule, period: string): string => stepped(schedule, period, 1)

function stepped(schedule: DigestSchedule, period: string, steps: number): string {
  if (schedule === 'monthly') return formatMonth(parseMonth(period)! + steps)
  return weekOf(DateTime.fromISO(period, { zone: 'utc' }).plus({ weeks: steps })).period
}

const weekOf = (date: DateTime): DigestPeriod => ({ period: date.toFormat("kkkk-'W'WW"), dueOn: date.toISODate()! })
const dayAfter = (day: Day): Day => utc(day).plus({ days: 1 }).toISODate()!
const utc = (day: Day): DateTime => DateTime.fromISO(day, { zone: 'utc' })
