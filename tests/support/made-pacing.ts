import type { Pacing } from '../../shared/google/retry.ts'
import { seededRandom } from '../../shared/model/seeded-random.ts'

/** Time that passes only by waiting, and chance from a seed. */
export function madePacing(seed = 1): Pacing {
  let nowMs = 0
  return {
    nowMs: () => nowMs,
    sleep: async (ms) => {
      nowMs += ms
    },
    random: seededRandom(seed),
  }
}
