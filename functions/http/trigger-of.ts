import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { Failure } from '../../shared/errors.ts'
import type { Call, Caller, Tick } from './call.ts'

const digest = (parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24)

/** Names what is asked for: equal for equal parameters, in whatever order. */
export const parametersOf = (body: Call['body']): string => digest(Object.entries(body).toSorted(([a], [b]) => (a < b ? -1 : 1)))

/**
 * What makes two calls one: the tick of a schedule, else the caller's Idempotency-Key, which is the caller's own: another's equal
 * key is another key, and so is the same one for another action. Hashed, since the trigger is shown in Runs.
 */
export function triggerOf(
  action: string,
  headers: IncomingHttpHeaders,
  caller: Caller,
  tick: Tick | undefined,
  body: Call['body'],
): string | undefined {
  const parameters = parametersOf(body)
  if (tick) return tick.kind === 'due' ? `schedule ${digest([action, tick.job])} ${tick.time}#${parameters}` : undefined
  const key = headers['idempotency-key']
  if (key === undefined) return undefined
  if (!/^[\x21-\x7e]{1,255}$/.test(String(key))) throw new Failure('wrong-usage', { what: 'Idempotency-Key' })
  return `key ${digest([action, caller.email, key])}#${parameters}`
}
