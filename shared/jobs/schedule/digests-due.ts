import type { Day } from '../../model/day.ts'
import { type DigestPeriod, type DigestSchedule, newestPeriod, periodsBetween } from '../../model/digest-period.ts'
import type { Settings } from '../../model/settings.ts'
import type { Agenda } from '../outbox/agenda.ts'

const SCHEDULES: readonly DigestSchedule[] = ['weekly', 'monthly']

export interface DigestDue extends DigestPeriod {
  schedule: DigestSchedule
}

/** The schedule's name in the agenda. */
export const agendaName = (schedule: DigestSchedule): string => `digest-${schedule}`

/**
 * Which periods are to be planned on the day, of each schedule the newest at most, and which were missed and never will be (faults.md
 * F06). One that was planned whole is done with, and a delivery that comes after a newer period's brings nothing.
 */
export function digestsDue(
  day: Day,
  settings: Pick<Settings, 'digestWeekday' | 'dueDay' | 'workingDays'>,
  { latest }: Agenda,
): { due: DigestDue[]; missed: string[] } {
  const due: DigestDue[] = []
  const missed: string[] = []
  for (const schedule of SCHEDULES) {
    const newest = newestPeriod(schedule, day, settings)
    const before = latest[agendaName(schedule)]
    if (before && (before.period > newest.period || (before.period === newest.period && before.complete))) continue
    due.push({ schedule, ...newest })
    if (before) missed.push(...periodsBetween(schedule, before.period, newest.period))
  }
  return { due, missed }
}
