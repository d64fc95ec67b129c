import { readTick, type Tick } from '../../shared/jobs/schedule/read-tick.ts'

/** Somebody asks now, not the schedule. */
export const manualTick = (): Tick => readTick({ fromScheduler: false, cronFormat: false, scheduleTime: undefined }, new Date())
