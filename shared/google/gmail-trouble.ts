import { Failure } from '../errors.ts'
import type { SendOutcome } from '../ports.ts'
import type { Trouble } from './retry.ts'
import { classifyTrouble, googleMessage, statusOf } from './trouble.ts'

type Unsent = Exclude<SendOutcome, { state: 'sent' }>

/** A mailbox that may do nothing more for hours: waiting within a run is of no use. */
const ENDS_THE_DAY = /\(Mail sending\)|daily.*limit/i

/** Refusals of a message on account of whom it goes to, and of whom it comes from. */
const RECIPIENT = /invalid (?:to|cc|bcc) header|recipient/i
const SENDER = /invalid from header|precondition|not enabled|delegation/i

/** Faults of the network that come before anything has left. */
const NEVER_CONNECTED: readonly unknown[] = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH']

/** For making drafts and looking things up: as other calls, but nothing is shared here, so that no access is no sign-in. */
export function classifyGmail(thrown: unknown): Trouble {
  if (isLimit(thrown)) {
    return isShortLimit(thrown)
      ? { kind: 'retry', code: 'quota' }
      : { kind: 'final', failure: new Failure('quota', {}, { cause: thrown }) }
  }
  const trouble = classifyTrouble(thrown)
  const noAccess = trouble.kind === 'final' && trouble.failure.code === 'not-shared'
  return noAccess ? { kind: 'final', failure: new Failure('sign-in', {}, { cause: thrown }) } : trouble
}

/** For sending: only a limit that soon passes is waited for, since it is the one refusal that is sure to have sent nothing. */
export function classifySend(thrown: unknown): Trouble {
  if (isShortLimit(thrown)) return { kind: 'retry', code: 'quota' }
  return { kind: 'final', failure: new Failure('unavailable', {}, { cause: thrown }) }
}

/** How a send ended that failed so. Reasons are words of ours: Google's text may hold the address. */
export function outcomeOfSend(thrown: unknown): Unsent {
  const status = statusOf(thrown)
  const message = googleMessage(thrown) ?? ''
  if (isLimit(thrown)) return { state: 'stopped', reason: isShortLimit(thrown) ? 'rate-limit' : 'daily-limit' }
  if (status === undefined) return withoutAnswer(thrown)
  if (status === 401 || status === 403) return { state: 'stopped', reason: 'sign-in' }
  // The draft was sent before, or a person has thrown it away.
  if (status === 404) return { state: 'unknown', reason: 'draft-gone' }
  if (status === 408 || status >= 500) return { state: 'unknown', reason: 'no-answer' }
  if (SENDER.test(message)) return { state: 'stopped', reason: 'sender' }
  return { state: 'rejected', reason: RECIPIENT.test(message) ? 'recipient' : 'message' }
}

function withoutAnswer(thrown: unknown): Unsent {
  const { code, cause } = thrown as { code?: unknown; cause?: { code?: unknown } }
  if (NEVER_CONNECTED.includes(code) || NEVER_CONNECTED.includes(cause?.code)) return { state: 'later', reason: 'no-connection' }
  const { kind } = classifyTrouble(thrown)
  return kind === 'final' ? { state: 'stopped', reason: 'sign-in' } : { state: 'unknown', reason: 'no-answer' }
}

/** Gmail reports most of its limits as 403, others as 429. */
function isLimit(thrown: unknown): boolean {
  const status = statusOf(thrown)
  return status === 429 || (status === 403 && /limit|quota/i.test(googleMessage(thrown) ?? ''))
}

const isShortLimit = (thrown: unknown): boolean => isLimit(thrown) && !ENDS_THE_DAY.test(googleMessage(thrown) ?? '')
