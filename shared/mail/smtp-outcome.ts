import type { SendOutcome } from '../ports.ts'

/** What nodemailer says of a failed send (its NodemailerError); `response` stands for its text, which is never passed on. */
export interface SmtpError {
  code?: string | undefined
  command?: string | undefined
  response?: string | undefined
  responseCode?: number | undefined
}

/** Errors that nodemailer gives for the reply to one command; all others are about the connection. */
const REFUSALS = ['EENVELOPE', 'EMESSAGE', 'EAUTH']

/** A sign-in is missing, wrong or too weak (RFC 4954, 6). */
const SIGN_IN_CODES = [530, 534, 535, 538]

/**
 * Enhanced codes about our own account, address or pace (RFC 3463, RFC 7208, RFC 7372, IANA's registry), whatever command they answer:
 * sender address 1.7 and 1.8, daily limit 4.5 (Gmail), credentials 7.8 and 7.9, signatures and address of the sender 7.20-7.27, flood 7.28.
 */
const ABOUT_EVERYBODY = /^[45]\.(1\.[78]|7\.(8|9|2[0-8]))$/
const DAILY_LIMIT = /^5\.4\.5$/

/**
 * Limits and bans of a sender that 163 and QQ put into the text, mostly behind 550 and 554 though they pass with the day: NetEase's codes
 * for messages and recipients a day (MI:STC, MI:SFQ, RP:TRC, RP:QRC), a sender not allowed (MI:SPB, MI:SPF, MI:DMA, DT:SUM), an address
 * hung up (HL:…); Tencent's `Sender frequency limited` and the like. Their tables of bounce codes are in the help of both.
 */
const SENDER_LIMITED = /\b(MI:(STC|SFQ|SPB|SPF|DMA)|RP:(TRC|QRC)|DT:SUM|HL:[A-Z]{3})\b|\bfrequency limited\b/

/** Postfix `Relay access denied`, Exim `relay not permitted`, Exchange `Unable to relay`: we aren't signed in, whoever the recipient. */
const RELAYING = /\brelay/i

/**
 * How a failed send ended. `messageEnded`: the final dot may have left, so that a server may have accepted the message. Without the
 * dot it can't have (RFC 5321, 3.8 and 4.1.1.4). Reasons hold the command and the codes, never the server's text, which may carry
 * addresses.
 */
export function outcomeOf(error: SmtpError, messageEnded: boolean): SendOutcome {
  const { code = 'error', command = 'CONN', response = '', responseCode = 0 } = error
  const status = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] ?? ''
  const reason = `${responseCode ? `${responseCode} ${status}`.trim() : code} at ${command}`
  // A server may say 421 when it shuts down, also after it has put the message in its queue.
  const answered = REFUSALS.includes(code) && responseCode >= 400 && responseCode !== 421
  if (messageEnded && !answered) return { state: 'unknown', reason }
  if (isAboutEverybody(error, status)) return { state: 'stopped', reason }
  if (!answered || responseCode < 500 || responseCode === 503) return { state: 'later', reason }
  return { state: 'rejected', reason }
}

function isAboutEverybody({ code, command = '', response = '', responseCode = 0 }: SmtpError, status: string): boolean {
  if (responseCode === 421) return false
  if (code === 'EAUTH' || code === 'ENOAUTH' || SIGN_IN_CODES.includes(responseCode)) return true
  // Out of step: another session may go well (RFC 5321, 4.2.4). To AUTH it means that there is no sign-in (Postfix).
  if (responseCode === 503) return false
  if (ABOUT_EVERYBODY.test(status) || DAILY_LIMIT.test(status) || SENDER_LIMITED.test(response)) return true
  if (command === 'RCPT TO') return responseCode >= 500 && RELAYING.test(response)
  // The sender is the same for all; only a size (552, 5.3.4) is of this message. A 4.7 is a limit or a policy, other 4xx pass.
  if (command === 'MAIL FROM') return responseCode >= 500 ? responseCode !== 552 && status !== '5.3.4' : /^4\.7\./.test(status)
  const isBeforeMail = ['CONN', 'EHLO', 'HELO'].includes(command)
  return isBeforeMail && responseCode >= 500 && code !== 'ETLS'
}
