import type { Log } from '../../shared/ports.ts'

/** What a caller may be: the schedule, staff, or an administrator. */
export type Role = 'scheduler' | 'staff' | 'administrator'

export interface Caller {
  /** Lower-cased and verified. */
  email: string
  roles: readonly Role[]
}

/** What a schedule says of a call: `forced` by a person ahead of its time; `unusable` where the time is no time, or far off (F05). */
export type Tick = { kind: 'due'; job: string; time: string } | { kind: 'forced' | 'unusable' }

/** A call that was let in. */
export interface Call {
  /** The body's JSON object; empty where there was no body. */
  body: Readonly<Record<string, unknown>>
  caller: Caller
  /** Only of calls by the schedule. */
  tick?: Tick
  /** `KEY#PARAMETERS`: the same for every delivery of one call, and never a person's text or address. */
  trigger?: string
  /** Carries the call's trace. */
  log: Log
}
