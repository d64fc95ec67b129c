import { Failure } from '../errors.ts'
import type { Trouble } from './retry.ts'

/** What the client library throws, as far as it is read: its text may hold a token and is never passed on. */
interface ClientError {
  status?: number
  code?: string | number
  response?: { status?: number; headers?: { get?(name: string): string | null }; data?: unknown }
}

/** An answer that isn't what was asked for: cut off, HTML, empty. Treated like a broken connection, never as "no rows" (F20). */
export class GarbledAnswer extends Error {}

/** The message of Google's error body, or undefined. */
export function googleMessage(thrown: unknown): string | undefined {
  const data = asObject((thrown as ClientError)?.response?.data)
  const message =
    typeof data === 'object' && data !== null ? (data as { error?: { message?: unknown } }).error?.message : undefined
  return typeof message === 'string' ? message : undefined
}

/** The body of an error is text where the answer was asked for as text. */
function asObject(data: unknown): unknown {
  if (typeof data !== 'string') return data
  try {
    return JSON.parse(data)
  } catch {
    return undefined
  }
}

/** The HTTP status of a failed call; undefined where there was no answer. */
export const statusOf = (thrown: unknown): number | undefined => {
  const error = thrown as ClientError
  return error?.response?.status ?? error?.status
}

/**
 * Decides what a failed call means (google.md, "Client"): 429 and 5xx may be repeated; a broken connection, a timeout or a garbled
 * answer may hide an applied write; everything else is final.
 */
export function classifyTrouble(thrown: unknown): Trouble {
  if (thrown instanceof Failure) return { kind: 'final', failure: thrown }
  if (thrown instanceof GarbledAnswer) return { kind: 'unknown', code: 'unavailable' }
  const status = statusOf(thrown)
  const cause = { cause: thrown }
  if (status === undefined) return signInTrouble(thrown) ?? { kind: 'unknown', code: 'unavailable' }
  if (status < 429 && isTokenRefusal(thrown)) return { kind: 'final', failure: new Failure('sign-in', {}, cause) }
  if (status === 429) return retryAfter(thrown, 'quota')
  if (status === 408 || status >= 500) return retryAfter(thrown, 'unavailable')
  if (status === 401) return { kind: 'final', failure: new Failure('sign-in', {}, cause) }
  if (status === 403) return quotaAs403(thrown) ?? { kind: 'final', failure: new Failure('not-shared', {}, cause) }
  if (status === 404) return { kind: 'final', failure: new Failure('not-found', {}, cause) }
  const message = googleMessage(thrown) ?? ''
  if (/protected cell or object/.test(message)) return { kind: 'final', failure: new Failure('protected', {}, cause) }
  return { kind: 'final', failure: new Failure('refused', { request: requestNamed(message) }, cause) }
}

/** Which request of a batch Google refused, without the rest of its text, which may quote cells. */
const requestNamed = (message: string): string => /requests\[\d+\]\.?\w*/.exec(message)?.[0] ?? 'request'

function retryAfter(thrown: unknown, code: 'quota' | 'unavailable'): Trouble {
  const seconds = Number((thrown as ClientError).response?.headers?.get?.('retry-after'))
  return seconds > 0 ? { kind: 'retry', code, retryAfterMs: seconds * 1000 } : { kind: 'retry', code }
}

function quotaAs403(thrown: unknown): Trouble | undefined {
  return /rate limit|quota/i.test(googleMessage(thrown) ?? '') ? retryAfter(thrown, 'quota') : undefined
}

/** The token endpoint names its errors by a word, where the APIs give an object: a 400 of it is no refused change. */
function isTokenRefusal(thrown: unknown): boolean {
  const data = asObject((thrown as ClientError).response?.data)
  return typeof (data as { error?: unknown } | undefined)?.error === 'string'
}

function signInTrouble(thrown: unknown): Trouble | undefined {
  const text = thrown instanceof Error ? thrown.message : ''
  return /invalid_grant|default credentials|Could not refresh access token/i.test(text)
    ? { kind: 'final', failure: new Failure('sign-in', {}, { cause: thrown }) }
    : undefined
}
