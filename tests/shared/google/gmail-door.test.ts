import { simpleParser } from 'mailparser'
import { describe, expect, it } from 'vitest'
import type { Effect } from '../../../infra/local/google-apis/faults.ts'
import { signIn } from '../../../shared/google/sign-in.ts'
import { mailTo, startGmail, UNCERTAIN } from './mails.ts'

const CREATE = { pattern: '^POST /gmail/v1/users/me/drafts$' }
const SEND = { pattern: '^POST /gmail/v1/users/me/drafts/send$' }
const READ = { pattern: '^GET /gmail/' }
const MAIL = mailTo('zhang@example.test', 'digest-2025-03-zhang')

describe('a mail that meets no trouble', () => {
  it('leaves as it was composed, and its draft is gone', async () => {
    const { apis, open, left } = await startGmail()
    const door = open()
    const id = await door.prepare(MAIL)
    expect(await door.reconcile(MAIL, id)).toBe('not-sent')
    const outcome = await door.send(MAIL, id)
    expect(outcome).toEqual({ state: 'sent', reference: apis.mailboxes.accepted[0]!.id })
    expect(await door.reconcile(MAIL, id)).toBe('sent')
    expect(left()).toEqual({ [MAIL.key]: 1 })
    expect(apis.mailboxes.of('tallysheet@example.test').drafts).toEqual([])
    const parsed = await simpleParser(apis.mailboxes.accepted[0]!.raw)
    expect([parsed.subject, parsed.text?.trim(), parsed.headers.get('x-tallysheet-key')]).toEqual([
      MAIL.subject,
      MAIL.text,
      MAIL.key,
    ])
    await door.close()
  })

  it('is found again by our header though Gmail gave it another Message-ID', async () => {
    const { apis, open } = await startGmail()
    apis.mailboxes.options = { ...apis.mailboxes.options, rewriteMessageIds: true }
    const id = await open().prepare(MAIL)
    await open().send(MAIL, id)
    expect(apis.mailboxes.accepted[0]!.raw.toString()).not.toMatch(/^Message-ID: <digest/im)
    expect(await open().reconcile(MAIL, id)).toBe('sent')
  })
})

describe('an outcome nobody knows (F11, F36)', () => {
  it.each(UNCERTAIN)('$kind $status while sending: the same draft again, and the mail leaves once', async (effect) => {
    const { apis, open, left } = await startGmail()
    const id = await open().prepare(MAIL)
    apis.faults.add({ on: SEND, effect })
    expect(await open().send(MAIL, id)).toMatchObject({ state: 'unknown' })
    const applied = effect.kind === 'lost' || effect.kind === 'cut'
    expect(await open().reconcile(MAIL, id)).toBe(applied ? 'sent' : 'not-sent')
    // Even a run that doesn't ask first can't double it.
    expect(await open().send(MAIL, id)).toMatchObject(applied ? { state: 'unknown', reason: 'draft-gone' } : { state: 'sent' })
    expect(await open().reconcile(MAIL, id)).toBe('sent')
    expect(left()).toEqual({ [MAIL.key]: 1 })
  })

  it('an answer slower than the limit is unknown', async () => {
    const { apis, open, left } = await startGmail()
    const id = await open().prepare(MAIL)
    apis.faults.add({ on: SEND, effect: { kind: 'drip', ms: 400, bytes: 8 } })
    expect(await open({ timeoutMs: 200 }).send(MAIL, id)).toEqual({ state: 'unknown', reason: 'no-answer' })
    expect(await open().reconcile(MAIL, id)).toBe('sent')
    expect(left()).toEqual({ [MAIL.key]: 1 })
  })

  it('a draft that a person threw away leaves the question to a person', async () => {
    const { apis, open } = await startGmail()
    const id = (await open().prepare(MAIL))!
    apis.mailboxes.of('tallysheet@example.test').deleteDraft(id)
    expect(await open().send(MAIL, id)).toEqual({ state: 'unknown', reason: 'draft-gone' })
    expect(await open().reconcile(MAIL, id)).toBe('unknown')
    expect(await open().reconcile(MAIL, null)).toBe('unknown')
  })

  it('is found behind hundreds of others, and looks at each but once', async () => {
    const { apis, open } = await startGmail()
    const door = open()
    const id = await door.prepare(MAIL)
    await door.send(MAIL, id)
    const mailbox = apis.mailboxes.of('tallysheet@example.test')
    for (let index = 0; index < 250; index++) {
      apis.mailboxes.send(mailbox.user, mailbox.createDraft(Buffer.from(`To: x${index}@example.test\r\n\r\nhello`)).id)
    }
    expect(await door.reconcile(MAIL, id)).toBe('sent')
    apis.requests.clear()
    expect(await door.reconcile(MAIL, id)).toBe('sent')
    // The draft and three pages of the list, and no message a second time.
    expect(apis.requests.reads).toBe(4)
  })

  it('trouble while asking is no answer', async () => {
    const { apis, open } = await startGmail()
    const id = await open().prepare(MAIL)
    apis.faults.add({ on: READ, times: 'forever', effect: { kind: 'status', status: 503 } })
    expect(await open().reconcile(MAIL, id)).toBe('unknown')
    apis.faults.clear()
    apis.faults.add({ on: READ, times: 2, effect: { kind: 'html' } })
    expect(await open().reconcile(MAIL, id)).toBe('not-sent')
  })
})

describe('preparing', () => {
  it.each(UNCERTAIN)('$kind $status leaves one draft', async (effect) => {
    const { apis, open } = await startGmail()
    apis.faults.add({ on: CREATE, effect })
    const id = await open().prepare(MAIL)
    expect(apis.mailboxes.of('tallysheet@example.test').drafts.map((draft) => draft.id)).toEqual([id])
  })

  it('takes up the draft of a run that was killed before it could record it', async () => {
    const { apis, open } = await startGmail()
    const first = await open().prepare(MAIL)
    await open().prepare(mailTo('li@example.test', 'digest-2025-03-li'))
    expect(await open().prepare(MAIL)).toBe(first)
    expect(apis.mailboxes.of('tallysheet@example.test').drafts).toHaveLength(2)
  })

  it('makes a new one when the last was sent', async () => {
    const { open, left } = await startGmail()
    const door = open()
    const first = await door.prepare(MAIL)
    await door.send(MAIL, first)
    const second = await door.prepare(MAIL)
    expect(second).not.toBe(first)
    expect(await door.reconcile(MAIL, second)).toBe('not-sent')
    expect(left()).toEqual({ [MAIL.key]: 1 })
  })

  it.each([
    [{ kind: 'status', status: 503 }, 'unavailable'],
    [{ kind: 'reset' }, 'unavailable'],
    [{ kind: 'status', status: 429 }, 'quota'],
    [{ kind: 'status', status: 403, reason: 'dailyLimitExceeded' }, 'quota'],
    [{ kind: 'status', status: 403, reason: 'forbidden' }, 'sign-in'],
    [{ kind: 'status', status: 401 }, 'sign-in'],
    [{ kind: 'status', status: 400 }, 'refused'],
  ] as [Effect, string][])('%j for ever fails as %s', async (effect, code) => {
    const { apis, open } = await startGmail()
    apis.faults.add({ on: CREATE, times: 'forever', effect })
    await expect(open().prepare(MAIL)).rejects.toMatchObject({ code })
  })
})

describe('refusals of a send', () => {
  it.each([
    [
      { kind: 'status', status: 429 },
      { state: 'stopped', reason: 'rate-limit' },
    ],
    [
      { kind: 'status', status: 403, reason: 'userRateLimitExceeded' },
      { state: 'stopped', reason: 'rate-limit' },
    ],
    [
      { kind: 'status', status: 403, reason: 'dailyLimitExceeded' },
      { state: 'stopped', reason: 'daily-limit' },
    ],
    [
      { kind: 'status', status: 403, reason: 'forbidden' },
      { state: 'stopped', reason: 'sign-in' },
    ],
    [
      { kind: 'status', status: 401 },
      { state: 'stopped', reason: 'sign-in' },
    ],
  ] as [Effect, object][])('%j for ever ends as %j', async (effect, outcome) => {
    const { apis, open, left } = await startGmail()
    const id = await open().prepare(MAIL)
    apis.faults.add({ on: SEND, times: 'forever', effect })
    expect(await open().send(MAIL, id)).toEqual(outcome)
    expect(left()).toEqual({})
    apis.faults.clear()
    expect(await open().send(MAIL, id)).toMatchObject({ state: 'sent' })
  })

  it('a limit that passes is waited for', async () => {
    const { apis, open, left } = await startGmail()
    const id = await open().prepare(MAIL)
    apis.faults.add({ on: SEND, times: 2, effect: { kind: 'status', status: 403, reason: 'rateLimitExceeded' } })
    expect(await open().send(MAIL, id)).toMatchObject({ state: 'sent' })
    expect(left()).toEqual({ [MAIL.key]: 1 })
  })

  it('nobody there to connect to: nothing has left', async () => {
    const { open } = await startGmail()
    // A port on which nothing listens; a connection that breaks after it stood is another matter, and unknown.
    const door = open({ access: signIn('http://127.0.0.1:1', true) })
    expect(await door.send(MAIL, 'r1')).toEqual({ state: 'later', reason: 'no-connection' })
    expect(await door.send(MAIL, null)).toEqual({ state: 'later', reason: 'no-draft' })
  })

  it('an address that is none is refused for good, without saying it (F37)', async () => {
    const { open, left } = await startGmail()
    const door = open()
    const wrong = mailTo('nobody@nowhere', 'digest-2025-03-nobody')
    const outcome = await door.send(wrong, await door.prepare(wrong))
    expect(outcome).toEqual({ state: 'rejected', reason: 'recipient' })
    expect(await door.send(MAIL, await door.prepare(MAIL))).toMatchObject({ state: 'sent' })
    expect(left()).toEqual({ [MAIL.key]: 1 })
  })
})

it('the day is used up at the 150th of 200: the others wait, and leave once each the next day (F35)', async () => {
  const { apis, open, left } = await startGmail()
  apis.mailboxes.options = { ...apis.mailboxes.options, dailyLimit: 150 }
  const mails = Array.from({ length: 200 }, (_, index) => mailTo(`clerk${index}@example.test`, `digest-${index}`))
  const door = open()
  const ids = new Map<string, string | null>()
  const states: string[] = []
  for (const mail of mails) {
    ids.set(mail.key, await door.prepare(mail))
    const outcome = await door.send(mail, ids.get(mail.key)!)
    states.push(outcome.state)
    if (outcome.state === 'stopped') {
      expect(outcome.reason).toBe('daily-limit')
      break
    }
  }
  expect(states.filter((state) => state === 'sent')).toHaveLength(150)
  expect(states.at(-1)).toBe('stopped')
  apis.mailboxes.options = { ...apis.mailboxes.options, dailyLimit: 2000 }
  const next = open()
  for (const mail of mails.slice(150)) {
    const id = ids.get(mail.key) ?? (await next.prepare(mail))
    expect(await next.send(mail, id)).toMatchObject({ state: 'sent' })
  }
  expect(left()).toEqual(Object.fromEntries(mails.map(({ key }) => [key, 1])))
})
