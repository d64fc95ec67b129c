import type { CallKind } from './http/route.ts'

/** One call as it was served. */
export interface LoggedRequest {
  readonly at: number
  readonly method: string
  readonly path: string
  /** Without the question mark. */
  readonly query: string
  readonly kind: CallKind
  /** Kinds inside a batchUpdate. */
  readonly kinds: readonly string[]
  readonly email: string
  readonly bytes: number
  /** 0 where the connection was cut without an answer. */
  readonly status: number
}

const KEPT = 2000

/** The latest calls, and how many there were since the last `clear`. */
export class RequestLog {
  #entries: LoggedRequest[] = []
  reads = 0
  writes = 0

  get entries(): readonly LoggedRequest[] {
    return this.#entries
  }

  add(entry: LoggedRequest): void {
    this.#entries.push(entry)
    if (this.#entries.length > KEPT) this.#entries.shift()
    if (entry.kind === 'read') this.reads++
    else this.writes++
  }

  clear(): void {
    this.#entries = []
    this.reads = 0
    this.writes = 0
  }
}
