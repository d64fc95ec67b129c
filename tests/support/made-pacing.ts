import type { Pacing } from '../../shared/google/retry.ts'

/** Time that passes only by waiting, and chance from a seed. */
export function madePacing(seed = 1): Pacing {
  let nowMs = 0
  let state = seed
  return {
    nowMs: () => nowMs,
    sleep: async (ms) => {
      nowMs += ms
    },
    random: () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      return state / 2_147_483_648
    },
  }
}
