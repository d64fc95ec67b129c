import type { IncomingHttpHeaders } from 'node:http'
import type { Tick } from './call.ts'

/** A scheduler's clock may be this far ahead of ours; a time further ahead is the next tick's, lent to a forced run (google.md). */
const MOST_AHEAD_MS = 60_000
/** A tick older than a day isn't worked off as if it were new (F05). */
const MOST_BEHIND_MS = 86_400_000

/** What Cloud Scheduler's headers say; only to be believed of a caller that is the scheduler (security.md S07). */
export function scheduleTick(headers: IncomingHttpHeaders, now: Date): Tick {
  const job = String(headers['x-cloudscheduler-jobname'] ?? '')
  const time = String(headers['x-cloudscheduler-scheduletime'] ?? '')
  const ms = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(time) ? Date.parse(time) : Number.NaN
  const aheadMs = ms - now.getTime()
  if (!/^[\w/-]{1,500}$/.test(job) || !(aheadMs >= -MOST_BEHIND_MS && aheadMs <= MOST_BEHIND_MS * 31)) return { kind: 'unusable' }
  return aheadMs > MOST_AHEAD_MS ? { kind: 'forced' } : { kind: 'due', job, time: new Date(ms).toISOString() }
}
