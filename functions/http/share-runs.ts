import { Failure } from '../../shared/errors.ts'
import { triggerKey } from '../../shared/jobs/earlier-run.ts'
import type { Answer } from './answer.ts'

/** Answers kept for calls that are repeated; an older one is found in Runs by its trigger. */
const MOST_KEPT = 50

export interface SharedRuns {
  /** The answer that a trigger had or is about to have; throws `key-reused` where its parameters are others. */
  known(trigger: string): Promise<Answer> | undefined
  /**
   * Runs the work when nothing else runs, for Google advises one request at a time on a spreadsheet. Calls without a trigger and with
   * equal parameters, which name the action too, share a run that hasn't begun, so that a flood of them makes two; whoever they are:
   * what depends on the caller belongs in the body.
   */
  run(trigger: string | undefined, parameters: string, work: () => Promise<Answer>): Promise<Answer>
}

/** Lets calls of one process share their runs (faults.md F02, F41, F42); between processes the fence and Runs do. */
export function shareRuns(): SharedRuns {
  const kept = new Map<string, { trigger: string; answer: Promise<Answer> }>()
  const waiting = new Map<string, Promise<Answer>>()
  let last: Promise<unknown> = Promise.resolve()

  const enqueue = (work: () => Promise<Answer>): Promise<Answer> => {
    const answer = last.then(work)
    last = answer.catch(() => {})
    return answer
  }

  const keep = (trigger: string, answer: Promise<Answer>): void => {
    const key = triggerKey(trigger)
    kept.set(key, { trigger, answer })
    // What failed may be tried again under the same key.
    const forget = () => void kept.delete(key)
    answer.then(({ status }) => status !== 200 && forget(), forget)
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
  }

  return {
    known: (trigger) => {
      const earlier = kept.get(triggerKey(trigger))
      if (earlier && earlier.trigger !== trigger) throw new Failure('key-reused')
      return earlier?.answer
    },
    run: (trigger, parameters, work) => {
      if (trigger) {
        const answer = enqueue(work)
        keep(trigger, answer)
        return answer
      }
      const joined = waiting.get(parameters)
      if (joined) return joined
      const answer = enqueue(() => {
        waiting.delete(parameters)
        return work()
      })
      waiting.set(parameters, answer)
      return answer
    },
  }
}
