import { PassThrough, Readable } from 'node:stream'
import { createTransport } from 'nodemailer'
import type { Mail, MailDoor, SendOutcome } from '../ports.ts'
import { envelopeOf, rawMessage } from './mime.ts'
import { outcomeOf, type SmtpError } from './smtp-outcome.ts'
import type { SmtpSettings } from './smtp-settings.ts'
import { type SmtpLimits, transportOptions, USUAL_LIMITS } from './smtp-transport.ts'

/** What is known of a message on its way; nodemailer hands it from `sendMail` to the plugin below. */
interface Passage {
  /** What nodemailer reads the message from; it begins to once the server has answered DATA with 354. */
  content: Readable | null
  timer: NodeJS.Timeout | undefined
  abort: AbortController
}

/**
 * The way out by SMTP: a few connections that are used again. Nothing is sent twice by itself; what can be told about a failed send is
 * in its outcome.
 */
export function openSmtpDoor(settings: SmtpSettings, limits: SmtpLimits = USUAL_LIMITS, now?: () => Date): MailDoor {
  const transport = createTransport(transportOptions(settings, limits))
  const underWay = new Set<Promise<unknown>>()

  transport.use('stream', (mail, done) => {
    const { passage } = mail.data as unknown as { passage: Passage }
    mail.message.processFunc((message: Readable) => {
      passage.timer = setTimeout(() => passage.abort.abort(), limits.messageTimeoutMs)
      passage.content = message.pipe(new PassThrough())
      return passage.content
    })
    done()
  })

  async function pass(raw: Uint8Array, mail: Mail): Promise<SendOutcome> {
    const { from, to } = envelopeOf(mail)
    const passage: Passage = { content: null, timer: undefined, abort: new AbortController() }
    const content = { raw: Readable.from(slices(raw)), envelope: { from, to: [to] }, signal: passage.abort.signal, passage }
    try {
      const { serverMessageId } = await transport.sendMail(content)
      return { state: 'sent', reference: serverMessageId ?? mail.messageId }
    } catch (error) {
      return outcomeOf(error as SmtpError, passage.content?.readableEnded ?? false)
    } finally {
      clearTimeout(passage.timer)
    }
  }

  return {
    kind: 'smtp',
    // Composed once in vain, so that what can't be sent fails before it counts as being sent.
    prepare: async (mail) => {
      await rawMessage(mail, now?.())
      return null
    },
    send: async (mail) => {
      const passing = rawMessage(mail, now?.()).then((raw) => pass(raw, mail))
      underWay.add(passing)
      return passing.finally(() => underWay.delete(passing))
    },
    reconcile: async () => 'unknown',
    close: async () => {
      await Promise.allSettled(underWay)
      transport.close()
    },
  }
}

/** In pieces, so that the end of the message is not read before the connection has taken most of it. */
function* slices(raw: Uint8Array): Generator<Buffer> {
  for (let at = 0; at < raw.length; at += 16_384) yield Buffer.from(raw.subarray(at, at + 16_384))
}
