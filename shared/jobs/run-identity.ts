import type { World } from '../ports.ts'

/** What names a run everywhere: Runs, Summary, History, logs. */
export interface RunIdentity {
  /** `YYYYMMDDThhmmssZ-xxxx`: sorts by time, and two runs of one second differ. */
  id: string
  startedAt: Date
}

/** A new run's identity. */
export function beginRun(world: World): RunIdentity {
  const startedAt = world.now()
  const time = startedAt.toISOString().replace(/[-:]|\.\d+/g, '')
  const suffix = Math.floor(world.random() * 36 ** 4)
  return { id: `${time}-${suffix.toString(36).padStart(4, '0')}`, startedAt }
}

/** Seconds since the run began, to a tenth. */
export const secondsOf = (run: RunIdentity, world: World): number =>
  Math.round((world.now().getTime() - run.startedAt.getTime()) / 100) / 10
