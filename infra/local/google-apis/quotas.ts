import { quotaExceeded } from './errors.ts'
import type { CallKind } from './http/route.ts'

/** Calls a minute. */
export interface QuotaLimits {
  readonly perUser: number
  readonly perProject: number
}

/** Google's limits on reads, and as many on writes. */
export const GOOGLE_QUOTAS: QuotaLimits = { perUser: 60, perProject: 300 }

const MINUTE_MS = 60_000

/** Counts the calls of each minute; without limits it lets everything pass. */
export class Quotas {
  limits: QuotaLimits | undefined
  readonly #now: () => number
  #minute = 0
  #used = new Map<string, number>()

  constructor(limits: QuotaLimits | undefined, now: () => number) {
    this.limits = limits
    this.#now = now
  }

  /** Takes one call from the caller's and the project's minute; throws 429 when either is used up. */
  take(kind: CallKind, email: string): void {
    if (!this.limits) return
    const minute = Math.floor(this.#now() / MINUTE_MS)
    if (minute !== this.#minute) {
      this.#minute = minute
      this.#used = new Map()
    }
    this.#count(kind, `${kind} ${email}`, this.limits.perUser)
    this.#count(kind, kind, this.limits.perProject)
  }

  #count(kind: CallKind, key: string, limit: number): void {
    const used = this.#used.get(key) ?? 0
    if (used >= limit) throw quotaExceeded(kind, limit)
    this.#used.set(key, used + 1)
  }
}
