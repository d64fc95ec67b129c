import { readTick, type Tick } from '../../shared/jobs/schedule/read-tick.ts'
import type { Call } from '../http/call.ts'

/** The moment that a call stands for (faults.md F04, F05); a person's call stands for now. */
export function tickOf({ tick }: Pick<Call, 'tick'>, now: Date): Tick {
  if (!tick) return readTick({ fromScheduler: false, cronFormat: false, scheduleTime: undefined }, now)
  if (tick.kind === 'due') return readTick({ fromScheduler: true, cronFormat: true, scheduleTime: tick.time }, now)
  const isForced = tick.kind === 'forced'
  return { at: now, trigger: 'forced', mayMail: isForced, id: null, warning: isForced ? null : 'schedule-time-far' }
}
