import { DateTime } from 'luxon'
import { type Month, monthOf, monthOfYear, yearOf } from './month.ts'

/** A calendar day as `YYYY-MM-DD`; text order is time order. It has no zone: the plan's zone was applied when it was made. */
export type Day = string

/** The day if the text is exactly `YYYY-MM-DD` and exists in the calendar. */
export function parseDay(text: string): Day | undefined {
  return /^\d{4}-\d\d-\d\d$/.test(text) && DateTime.fromISO(text, { zone: 'utc' }).isValid ? text : undefined
}

/** The day that the instant falls on in the zone. */
export const dayAt = (instant: Date, timeZone: string): Day =>
  DateTime.fromJSDate(instant, { zone: timeZone }).toFormat('yyyy-MM-dd')

/** How many days the month has. */
export const daysInMonth = (month: Month): number => new Date(Date.UTC(yearOf(month), monthOfYear(month), 0)).getUTCDate()

/** Day `dayOfMonth` of the month; a day that the month lacks is its last. */
export function dayOfMonth(month: Month, dayOfMonth: number): Day {
  const day = Math.min(dayOfMonth, daysInMonth(month))
  return `${String(yearOf(month)).padStart(4, '0')}-${String(monthOfYear(month)).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

export const firstDayOf = (month: Month): Day => dayOfMonth(month, 1)
export const lastDayOf = (month: Month): Day => dayOfMonth(month, 31)

/** The month that the day lies in. */
export const monthOfDay = (day: Day): Month => monthOf(Number(day.slice(0, 4)), Number(day.slice(5, 7)))

/** The day on which the figures of the month are due: `dueDay` of the next month (measures.md, "Reporting period"). */
export const dueDayOf = (month: Month, dueDay: number): Day => dayOfMonth(month + 1, dueDay)
