import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ParsedMail, simpleParser } from 'mailparser'
import type { MailboxView } from '../page/server/mailbox-view.ts'
import type { Mailbox } from './mailbox.ts'

/** The mails of a mailbox as the page shows them. */
export const mailboxView = (mailbox: Mailbox, folder: string): MailboxView => ({
  mails: async () =>
    mailbox.mails().map(({ name, from, to, subject, date, key }) => ({
      id: name,
      from,
      to: to.join(', '),
      subject,
      at: date ?? '',
      key: key ?? '',
    })),
  onArrival: mailbox.onArrival,
  mail: async (id) => {
    // Only what arrived can be asked for, whatever path the id spells.
    const known = mailbox.mails().find(({ name }) => name === id)
    if (!known) throw new Error('no such mail')
    const parsed = await simpleParser(await readFile(join(folder, `${known.name}.eml`)), { skipImageLinks: true })
    return { html: parsed.html || '', text: parsed.text ?? '', headers: headersOf(parsed), images: imagesOf(parsed) }
  },
})

const headersOf = ({ headerLines }: ParsedMail): [string, string][] =>
  headerLines.map(({ line }) => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon), line.slice(colon + 1).trim()]
  })

const imagesOf = ({ attachments }: ParsedMail) =>
  attachments.flatMap(({ cid, content }) => (cid ? [{ cid, png: new Uint8Array(content) }] : []))
