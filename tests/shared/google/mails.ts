import MailComposer from 'nodemailer/lib/mail-composer'
import { afterEach } from 'vitest'
import type { Effect } from '../../../infra/local/google-apis/faults.ts'
import { type GoogleApis, startGoogleApis } from '../../../infra/local/google-apis/server.ts'
import { type GmailDoorOptions, openGmailDoor } from '../../../shared/google/gmail-door.ts'
import { signIn } from '../../../shared/google/sign-in.ts'
import type { Mail, MailDoor } from '../../../shared/ports.ts'
import { madePacing } from '../../support/made-pacing.ts'

const running: GoogleApis[] = []

afterEach(async () => {
  await Promise.all(running.splice(0).map((apis) => apis.close()))
})

/** An emulator with a mailbox, closed after the test, and doors to it: each is a program started anew. */
export async function startGmail() {
  const apis = await startGoogleApis()
  running.push(apis)
  const open = (options: Partial<GmailDoorOptions> = {}): MailDoor =>
    openGmailDoor({ access: signIn(apis.url, true), pacing: madePacing(), mimeOf, timeoutMs: 5_000, ...options })
  /** How often each key left. */
  const left = (): Record<string, number> => {
    const counts: Record<string, number> = {}
    for (const { raw } of apis.mailboxes.accepted) {
      const key = /^X-Tallysheet-Key: (.*)$/im.exec(raw.toString('latin1'))?.[1]?.trim() ?? 'none'
      counts[key] = (counts[key] ?? 0) + 1
    }
    return counts
  }
  return { apis, open, left }
}

/** What may happen to a call so that nobody knows whether it was applied. */
export const UNCERTAIN: readonly Effect[] = [
  { kind: 'lost' },
  { kind: 'cut' },
  { kind: 'reset' },
  { kind: 'html' },
  { kind: 'empty' },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503 },
]

export const mailTo = (address: string, key: string): Mail => ({
  from: { name: '平阴县工业和信息化局', address: 'bureau@example.test' },
  replyTo: null,
  to: { name: '张 三', address },
  subject: '2025年3月进度通报',
  html: '<p>工业总产值完成 <b>52%</b></p>',
  text: '工业总产值完成 52%',
  images: [],
  key,
  messageId: `<${key}@example.test>`,
  unsubscribe: null,
  language: 'zh-CN',
})

async function mimeOf(mail: Mail): Promise<Uint8Array> {
  const { from, to, subject, html, text, messageId, key } = mail
  const composer = new MailComposer({ from, to, subject, html, text, messageId, headers: { 'X-Tallysheet-Key': key } })
  return composer.compile().build()
}
