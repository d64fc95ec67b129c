import type { Failure, FailureCode, Fault } from '../../shared/errors.ts'
import type { Texts } from '../../shared/model/texts/texts.ts'

/** What a call gets back: a status and a JSON body. */
export interface Answer {
  status: number
  body: unknown
  headers?: Readonly<Record<string, string>>
}

const STATUS_OF_FAULT: Record<Fault, number> = { caller: 400, configuration: 500, spreadsheet: 409, google: 502, internal: 500 }

const STATUS: Partial<Record<FailureCode, number>> = {
  unauthenticated: 401,
  'not-allowed': 403,
  'unknown-path': 404,
  'wrong-method': 405,
  'body-slow': 408,
  'body-too-large': 413,
  'key-reused': 422,
  'too-many-calls': 429,
  quota: 503,
  unavailable: 503,
  'shutting-down': 503,
}

/** The failure as an answer, in one language: the one place where failures become statuses (command-line.md, "HTTP"). */
export function failureAnswer(failure: Failure, texts: Texts): Answer {
  const message = texts.messages.failure[failure.code]?.(failure.facts) ?? ''
  const hint = texts.messages.hint[failure.code]?.(failure.facts)
  return {
    status: STATUS[failure.code] ?? STATUS_OF_FAULT[failure.fault],
    body: { error: { code: failure.code, message, ...(hint ? { hint } : {}) } },
    headers: headersOf(failure),
  }
}

function headersOf({ code, facts }: Failure): Record<string, string> {
  if (code === 'unauthenticated') return { 'www-authenticate': 'Bearer' }
  if (code === 'wrong-method') return { allow: 'POST' }
  return facts.seconds === undefined ? {} : { 'retry-after': facts.seconds }
}
