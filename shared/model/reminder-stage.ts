import { DateTime } from 'luxon'
import { type Day, monthOfDay } from './day.ts'
import { dueDateOf } from './due-date.ts'
import type { Month } from './month.ts'
import type { Settings } from './settings.ts'
import { isWorkingDay } from './working-days.ts'

/** Where the day lies: before, on (and just after), or well after the day on which the month's figures are due. */
export type ReminderStage = 'before' | 'at' | 'after'

export interface ReminderMoment {
  month: Month
  stage: ReminderStage
  dueOn: Day
}

type Calendar = Pick<Settings, 'dueDay' | 'workingDays' | 'reminderDaysBefore' | 'reminderDaysAfter'>

/**
 * The month of which enterprises are reminded on the day, and how urgently; null on days without reminders: outside these spans, and
 * on days off where the setting says so, which moves a reminder to the next working day.
 */
export function reminderMoment(day: Day, calendar: Calendar): ReminderMoment | null {
  if (calendar.workingDays === 'yes' && !isWorkingDay(day)) return null
  // The newest month comes first: its reminders begin where those of the month before end.
  for (const month of [monthOfDay(day) - 1, monthOfDay(day) - 2]) {
    const dueOn = dueDateOf(month, calendar)
    if (day < plusDays(dueOn, -calendar.reminderDaysBefore)) continue
    return { month, dueOn, stage: day < dueOn ? 'before' : day < plusDays(dueOn, calendar.reminderDaysAfter) ? 'at' : 'after' }
  }
  return null
}

const plusDays = (day: Day, days: number): Day => DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toISODate()!
