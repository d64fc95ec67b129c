import type { Trigger } from '../../model/outbox.ts'

/** What a delivery says about when it was due. */
export interface Delivery {
  /** Did the scheduler send it, rather than a person? */
  fromScheduler: boolean
  /** Only jobs with a unix-cron schedule keep one time over their retries (google.md, "Scheduler"). */
  cronFormat: boolean
  /** `X-CloudScheduler-ScheduleTime`, as it came. */
  scheduleTime: string | undefined
}

/** The moment that a run is for. */
export interface Tick {
  at: Date
  trigger: Trigger
  /** False: recompute only (faults.md F05). */
  mayMail: boolean
  /** The same for every delivery of one tick; null where that can't be told. */
  id: string | null
  warning: 'schedule-time-missing' | 'schedule-time-unreadable' | 'schedule-time-far' | null
}

/** Further off than this nobody knows what the time means. */
const FAR_HOURS = 24
/** Clocks differ by up to ten minutes (F07); a time further ahead is the next run's, carried by one that somebody forced (F04). */
const AHEAD_MINUTES = 15

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/

/**
 * The moment that a delivery stands for: the schedule's own time where it can be trusted, else the clock's. A forced run stands for
 * now, so it sends what is due already and leaves what its borrowed time would bring to the real run.
 */
export function readTick({ fromScheduler, cronFormat, scheduleTime }: Delivery, now: Date): Tick {
  const clock = { at: now, mayMail: true, id: null, warning: null }
  if (!fromScheduler) return { ...clock, trigger: 'manual' }
  if (!cronFormat || !scheduleTime)
    return { ...clock, trigger: 'scheduled', warning: cronFormat ? 'schedule-time-missing' : null }
  const at = TIME.test(scheduleTime) ? new Date(scheduleTime) : null
  if (!at || Number.isNaN(at.getTime())) return { ...clock, trigger: 'scheduled', warning: 'schedule-time-unreadable' }
  const aheadMinutes = (at.getTime() - now.getTime()) / 60_000
  if (Math.abs(aheadMinutes) > FAR_HOURS * 60)
    return { ...clock, trigger: 'forced', mayMail: false, warning: 'schedule-time-far' }
  if (aheadMinutes > AHEAD_MINUTES) return { ...clock, trigger: 'forced' }
  return { at, trigger: 'scheduled', mayMail: true, id: at.toISOString(), warning: null }
}
