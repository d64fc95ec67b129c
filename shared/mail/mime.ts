import { domainToASCII } from 'node:url'
import MailComposer from 'nodemailer/lib/mail-composer'
import { Failure } from '../errors.ts'
import type { Mail } from '../ports.ts'
import { headerText } from './header-text.ts'
import { oneAddress } from './one-address.ts'
import { unsubscribeHeaders } from './unsubscribe-headers.ts'

/** Who a message goes from and to, as a server is told; both were validated. */
export interface Envelope {
  from: string
  to: string
}

/** The envelope of a mail: exactly one recipient. Throws Failure `unusable-address`. */
export const envelopeOf = (mail: Mail): Envelope => ({
  from: oneAddress(mail.from.address, 'From'),
  to: oneAddress(mail.to.address, 'To'),
})

/**
 * The message as it travels (RFC 5322): text and HTML as alternatives, pictures as parts related to the HTML, and headers that keep
 * machines from answering (RFC 3834). Dated at the moment of composing when no date is given. Throws Failure `unusable-address`
 * when an address is not exactly one, before anything has left.
 *
 * There is no `Precedence: bulk`: it is in no standard, autoresponders heed Auto-Submitted and List-Id (RFC 3834, RFC 5230), and
 * servers that know it withhold the bounces that tell us of a dead address. X-Auto-Response-Suppress leaves bounces alone, too.
 */
export async function rawMessage(mail: Mail, date?: Date): Promise<Uint8Array> {
  const { from, to } = envelopeOf(mail)
  const composer = new MailComposer({
    from: { name: headerText(mail.from.name), address: from },
    to: { name: headerText(mail.to.name), address: to },
    ...(mail.replyTo !== null && { replyTo: { name: '', address: oneAddress(mail.replyTo, 'Reply-To') } }),
    subject: headerText(mail.subject),
    messageId: messageIdOf(mail.messageId),
    ...(date && { date }),
    headers: Object.entries({
      'X-Tallysheet-Key': ownName(mail.key, /^[\x21-\x7e]{1,200}$/),
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
      'Content-Language': mail.language,
      ...unsubscribeHeaders({ unsubscribe: mail.unsubscribe, from: { name: '', address: from } }),
    }).map(([key, value]) => ({ key, value })),
    text: mail.text,
    html: mail.html,
    attachments: mail.images.map(({ cid, fileName, png }) => ({
      cid: ownName(cid, /^[\w.@-]{1,100}$/),
      filename: headerText(fileName),
      content: Buffer.from(png),
      contentType: 'image/png',
      contentDisposition: 'inline' as const,
    })),
    textEncoding: 'base64',
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}

/** The domain is that of the sender, which may have letters of its own. */
function messageIdOf(text: string): string {
  const [, name = '', domain = ''] = /^<([\w.+-]+)@([\p{L}\p{M}\p{N}.-]+)>$/u.exec(text) ?? []
  return ownName(`<${name}@${domainToASCII(domain)}>`, /^<[\w.+-]+@[\w.-]+>$/)
}

/** A name that the program itself made; one that can't stand in a header is our own mistake. */
function ownName(name: string, shape: RegExp): string {
  if (!shape.test(name)) throw new Failure('internal')
  return name
}
