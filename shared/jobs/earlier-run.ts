import { Failure } from '../errors.ts'
import type { KnownRun } from '../report/runs-tab.ts'

/** What names a call in its trigger; after `#` stand its parameters. */
export const triggerKey = (trigger: string): string => trigger.split('#', 1)[0]!

/** The run that has answered the trigger; throws `key-reused` where the same key came with other parameters (faults.md F01, F41). */
export function earlierRun(trigger: string, runs: readonly KnownRun[]): KnownRun | undefined {
  const earlier = runs.find((run) => run.trigger !== '' && triggerKey(run.trigger) === triggerKey(trigger))
  if (earlier && earlier.trigger !== trigger) throw new Failure('key-reused')
  return earlier
}
