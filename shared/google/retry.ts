import { Failure } from '../errors.ts'

/** How a failed call is to be treated. `unknown`: a write may have been applied although no answer came. */
export type Trouble =
  | { kind: 'retry'; retryAfterMs?: number; code: 'quota' | 'unavailable' }
  | { kind: 'unknown'; code: 'unavailable' }
  | { kind: 'final'; failure: Failure }

export interface RetryPolicy {
  /** How long all tries together may take. */
  deadlineMs: number
  firstDelayMs: number
  maxDelayMs: number
}

export interface Pacing {
  nowMs(): number
  sleep(ms: number): Promise<void>
  random(): number
}

/** Four minutes in all: a minute's quota has refilled several times by then (faults.md F15). */
export const DEFAULT_POLICY: RetryPolicy = { deadlineMs: 240_000, firstDelayMs: 500, maxDelayMs: 32_000 }

/**
 * Calls until it succeeds, meets a final failure or runs out of time: truncated exponential backoff with full jitter, not less
 * than Retry-After.
 */
export async function withRetry<T>(
  call: () => Promise<T>,
  classify: (thrown: unknown) => Trouble,
  pacing: Pacing,
  policy: RetryPolicy,
): Promise<T> {
  const startedAt = pacing.nowMs()
  for (let attempt = 0; ; attempt++) {
    try {
      return await call()
    } catch (thrown) {
      const trouble = classify(thrown)
      if (trouble.kind === 'final') throw trouble.failure
      const ceiling = Math.min(policy.maxDelayMs, policy.firstDelayMs * 2 ** attempt)
      const asked = trouble.kind === 'retry' ? (trouble.retryAfterMs ?? 0) : 0
      const delayMs = Math.max(asked, ceiling * (0.5 + pacing.random() / 2))
      if (pacing.nowMs() - startedAt + delayMs > policy.deadlineMs) throw new Failure(trouble.code, {}, { cause: thrown })
      await pacing.sleep(delayMs)
    }
  }
}
