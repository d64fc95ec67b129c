import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ParsedMail, simpleParser } from 'mailparser'
import { type Mailbox, type MailboxOptions, startMailbox } from '../../infra/local/mailbox/mailbox.ts'
import { openSmtpDoor } from '../../shared/mail/smtp-door.ts'
import { parseSmtpSettings } from '../../shared/mail/smtp-settings.ts'
import { type SmtpLimits, USUAL_LIMITS } from '../../shared/mail/smtp-transport.ts'
import type { MailDoor } from '../../shared/ports.ts'

/** Long enough for a busy machine, short enough for tests that wait for the end of patience. */
export const SHORT: SmtpLimits = {
  ...USUAL_LIMITS,
  connections: 1,
  connectTimeoutMs: 1_500,
  greetingTimeoutMs: 1_000,
  socketTimeoutMs: 1_000,
}

/** A mail server with a folder of its own, and the door that leads to it. */
export interface Post {
  mailbox: Mailbox
  door: MailDoor
  folder: string
  /** The keys of the mails that arrived, sorted. */
  keys(): string[]
  parsed(name: string): Promise<ParsedMail>
  close(): Promise<void>
}

export async function openPost(options: Omit<MailboxOptions, 'folder'> = {}, limits: Partial<SmtpLimits> = {}): Promise<Post> {
  const folder = mkdtempSync(join(tmpdir(), 'tallysheet-mailbox-'))
  const mailbox = await startMailbox({ ...options, folder })
  const door = openSmtpDoor(parseSmtpSettings(mailbox.url, undefined), { ...SHORT, ...limits })
  return {
    mailbox,
    door,
    folder,
    keys: () =>
      mailbox
        .mails()
        .map(({ key }) => key ?? '')
        .sort(),
    parsed: (name) => simpleParser(readFileSync(join(folder, `${name}.eml`))),
    close: async () => {
      await door.close()
      await mailbox.close()
      rmSync(folder, { recursive: true })
    },
  }
}
