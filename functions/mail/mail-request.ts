import type { Config } from '../../shared/config.ts'
import { Failure } from '../../shared/errors.ts'
import { readEmail } from '../../shared/intake/read-email.ts'
import type { MailRequest } from '../../shared/jobs/mail/mail-world.ts'
import { sameAddress } from '../../shared/jobs/mail/same-address.ts'
import type { Call } from '../http/call.ts'
import { refuseUnknownFields } from '../http/refuse-unknown-fields.ts'
import { tickOf } from './tick-of.ts'

/** Cloud Run ends a call after nine minutes; nothing is begun in the last. */
const SECONDS = 8 * 60

/**
 * What a call asks a job that mails for. Staff may have a mail sent to themselves only; whom else it goes to is the schedule's matter and
 * that of administrators. Throws Failure.
 */
export function mailRequest(
  { body, caller, tick }: Pick<Call, 'body' | 'caller' | 'tick'>,
  { today, language }: Pick<Config, 'today' | 'language'>,
  senderAddress: string,
  now: Date,
): MailRequest {
  const { to, reason, ...rest } = body
  refuseUnknownFields(rest)
  if (reason !== undefined && (typeof reason !== 'string' || reason.length > 200))
    throw new Failure('wrong-usage', { what: 'reason is not a short text' })
  const address = to === undefined ? '' : typeof to === 'string' ? readEmail(to) : undefined
  if (address === undefined) throw new Failure('wrong-usage', { what: 'to is not one address' })
  const mayMailAll = caller.roles.includes('scheduler') || caller.roles.includes('administrator')
  if (!mayMailAll && !sameAddress(address, caller.email)) throw new Failure('not-allowed')
  return {
    tick: tickOf(tick ? { tick } : {}, now),
    reason: typeof reason === 'string' ? reason : tick ? 'schedule' : 'http',
    who: tick ? 'schedule' : caller.email,
    senderAddress,
    seconds: SECONDS,
    ...(address ? { to: address } : {}),
    ...(today ? { today } : {}),
    ...(language ? { language } : {}),
  }
}
