import { Failure } from '../../shared/errors.ts'

/** As many calls at once, and one more every other second: far beyond a person's clicks, far below Google's quota (S24). */
const BURST = 30
const REFILL_MS = 2_000

/** Counts calls by caller, or by what of a caller's is to be counted apart; one call too many throws `too-many-calls` with the seconds to wait. */
export function limitCalls(nowMs: () => number): (caller: string) => void {
  const fullAgainAt = new Map<string, number>()
  return (caller) => {
    const now = nowMs()
    for (const [each, at] of fullAgainAt) if (at <= now) fullAgainAt.delete(each)
    const at = Math.max(now, fullAgainAt.get(caller) ?? now) + REFILL_MS
    const waitMs = at - now - BURST * REFILL_MS
    if (waitMs > 0) throw new Failure('too-many-calls', { seconds: String(Math.ceil(waitMs / 1_000)) })
    fullAgainAt.set(caller, at)
  }
}
