import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { Behaviour } from '../../../infra/local/mailbox/behaviour.ts'
import { type Mailbox, startMailbox } from '../../../infra/local/mailbox/mailbox.ts'
import { openObjectStore } from '../../../shared/google/object-store.ts'
import { signIn } from '../../../shared/google/sign-in.ts'
import { openSmtpDoor } from '../../../shared/mail/smtp-door.ts'
import { parseSmtpSettings } from '../../../shared/mail/smtp-settings.ts'
import { madePacing } from '../../support/made-pacing.ts'
import { type MailingCounty, startMailingCounty } from '../../support/mailing-county.ts'

// faults.md F37, F38 and I1 at the size of a county: time passes by waiting only, so the pacing of two a second costs nothing here.

const BUCKET = 'county-outbox'
const PEOPLE = Array.from({ length: 500 }, (_, index) => `person-${index}@example.cn`)
const isRefused = (index: number) => index % 50 === 7
const isGreylisted = (index: number) => index % 25 === 3
const numberOf = (address: string | null) => Number(/\d+/.exec(address ?? '')?.[0])

let county: MailingCounty
let mailbox: Mailbox
const folder = mkdtempSync(join(tmpdir(), 'tallysheet-mails-'))
afterEach(async () => {
  await Promise.all([county?.close(), mailbox?.close()])
  rmSync(folder, { recursive: true })
})

test('500 recipients in one run: all accounted for, each mail once; who was put off gets it from the next run', async () => {
  county = await startMailingCounty({
    recipients: PEOPLE.map((email) => [email, '', 'county', 'zh-CN', 'weekly', false, true]),
    settings: [
      ['confidentiality', 'shared', null],
      ['mailsPerDay', 1_000, null],
    ],
  })
  county.apis.buckets.create(BUCKET)
  let greylists = true
  const behaviour: Behaviour = ({ stage, recipient }) => {
    const index = numberOf(recipient)
    if (stage !== 'RCPT') return undefined
    if (isRefused(index)) return { kind: 'answer', reply: '550 5.1.1 No such user' }
    return greylists && isGreylisted(index) ? { kind: 'answer', reply: '451 4.7.1 Greylisted' } : undefined
  }
  mailbox = await startMailbox({ folder, behaviour })
  const digest = async (at: string) => {
    const door = openSmtpDoor(parseSmtpSettings(mailbox.url, undefined))
    const store = openObjectStore({ access: signIn(county.apis.url, true), bucket: BUCKET, pacing: madePacing() })
    try {
      return await county.digest(at, { door, store })
    } finally {
      await door.close()
    }
  }
  const refused = PEOPLE.filter((_, index) => isRefused(index)).length
  const putOff = PEOPLE.filter((_, index) => isGreylisted(index)).length

  const startedAt = performance.now()
  const first = await digest('2025-04-14T00:00:00Z')
  if (process.env.TALLYSHEET_MEASURE) process.stdout.write(`one run: ${Math.round(performance.now() - startedAt)} ms\n`)
  expect(first).toMatchObject({ stopped: null, periods: expect.arrayContaining(['2025-W16']) })
  expect(first.messages).toEqual({
    planned: 500,
    sent: 500 - refused - putOff,
    rejected: refused,
    waiting: putOff,
    needsDecision: 0,
    waived: 0,
    skipped: 0,
  })
  greylists = false
  const { messages } = await digest('2025-04-15T00:00:00Z')
  expect(messages).toMatchObject({ planned: 500, sent: 500 - refused, rejected: refused, waiting: 0 })

  const mails = mailbox.mails()
  expect(mails.map(({ to }) => to.join()).toSorted()).toEqual(PEOPLE.filter((_, index) => !isRefused(index)).toSorted())
  expect(new Set(mails.map(({ key }) => key)).size).toBe(mails.length)
}, 120_000)
