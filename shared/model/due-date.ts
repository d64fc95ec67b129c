import { type Day, dueDayOf } from './day.ts'
import type { Month } from './month.ts'
import type { Settings } from './settings.ts'
import { nextWorkingDay } from './working-days.ts'

/** The day up to which the month's figures are awaited: the due day, or the next working day where the setting says so. */
export function dueDateOf(month: Month, { dueDay, workingDays }: Pick<Settings, 'dueDay' | 'workingDays'>): Day {
  const day = dueDayOf(month, dueDay)
  return workingDays === 'yes' ? nextWorkingDay(day) : day
}
