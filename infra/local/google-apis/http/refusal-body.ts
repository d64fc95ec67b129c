import { gmailError, quotaExceeded, sheetsError, storageError } from '../errors.ts'
import type { Effect } from '../faults.ts'
import { GOOGLE_QUOTAS } from '../quotas.ts'
import type { CallKind } from './route.ts'

const STORAGE_TEXTS: Record<number, readonly [reason: string, message: string]> = {
  429: [
    'rateLimitExceeded',
    'The object exceeded the rate limit for object mutation operations (create, update, and delete). ' +
      'Please reduce your request rate. See https://cloud.google.com/storage/docs/gcs429.',
  ],
  500: ['backendError', 'We encountered an internal error. Please try again.'],
  503: ['backendError', 'We encountered an internal error. Please try again.'],
}

/** Reasons that Gmail gives for refusing on account of a limit, with its texts. */
const GMAIL_LIMITS: Record<string, string> = {
  dailyLimitExceeded: 'Daily Limit Exceeded',
  userRateLimitExceeded: 'User Rate Limit Exceeded',
  rateLimitExceeded: 'User-rate limit exceeded.  Retry after 2030-01-01T00:00:00.000Z',
}

/** What the API at that path says when it refuses with the status of the fault. */
export function refusalBody(path: string, { status, reason }: Extract<Effect, { kind: 'status' }>, kind: CallKind): object {
  if (/^\/(?:upload\/)?storage\//.test(path)) {
    const [why, message] = STORAGE_TEXTS[status] ?? ['invalid', `Error ${status}`]
    return storageError(status, reason ?? why, message).body
  }
  if (path.startsWith('/gmail/')) return gmailBody(status, reason)
  if (status === 429) return quotaExceeded(kind, GOOGLE_QUOTAS.perUser).body
  return sheetsError(status, TEXTS[status] ?? `Error ${status}`).body
}

const TEXTS: Record<number, string> = { 500: 'Internal error encountered.', 503: 'The service is currently unavailable.' }

function gmailBody(status: number, asked: string | undefined): object {
  const reason = asked ?? (status === 429 ? 'rateLimitExceeded' : undefined)
  const limit = reason === undefined ? undefined : GMAIL_LIMITS[reason]
  if (reason !== undefined && limit !== undefined) return gmailError(status, reason, limit, 'usageLimits').body
  return gmailError(status, reason ?? 'backendError', TEXTS[status] ?? `Error ${status}`).body
}
