import { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1.js'
import { expect, it } from 'vitest'
import type { AcceptedMail } from '../../../../../infra/local/google-apis/gmail/mailboxes.ts'
import { startEmulator } from '../emulator.ts'

const userId = 'me'
const OWNER = 'owner@example.test'

async function start(onMail?: (mail: AcceptedMail) => void) {
  let now = Date.parse('2025-03-01T00:00:00Z')
  const { apis, call } = await startEmulator({ now: () => now, ...(onMail && { onMail }) })
  const { users } = new gmail_v1.Gmail({ rootUrl: `${apis.url}/` })
  const draft = async (text: string) => {
    const raw = Buffer.from(text.replaceAll('\n', '\r\n')).toString('base64url')
    return (await users.drafts.create({ userId, requestBody: { message: { raw } } })).data
  }
  const later = (ms: number) => {
    now += ms
  }
  return { apis, call, users, draft, later }
}

const TEXT = 'To: "Zhang, San" <zhang@example.test>\nMessage-ID: <1@x.test>\nSubject: hello\nX-Tallysheet-Key: k1\n\nbody\n'

it('a sent draft is gone, and its message stands in Sent in the same thread under another id', async () => {
  const told: AcceptedMail[] = []
  const { users, draft, call } = await start((mail) => told.push(mail))
  const made = await draft(TEXT)
  expect(made.message?.labelIds).toEqual(['DRAFT'])
  expect((await users.drafts.list({ userId })).data.drafts).toEqual([
    { id: made.id, message: { id: made.message?.id, threadId: made.message?.threadId } },
  ])
  const { data: sent } = await users.drafts.send({ userId, requestBody: { id: made.id! } })
  expect(sent).toEqual({ id: expect.any(String), threadId: made.message?.threadId, labelIds: ['SENT'] })
  expect(sent.id).not.toBe(made.message?.id)
  expect((await users.drafts.list({ userId })).data).toEqual({ resultSizeEstimate: 0 })
  const gone = await users.drafts.get({ userId, id: made.id! }).catch((error) => error)
  expect([gone.status, gone.response.data.error]).toEqual([
    404,
    {
      code: 404,
      message: 'Requested entity was not found.',
      errors: [{ message: 'Requested entity was not found.', domain: 'global', reason: 'notFound' }],
      status: 'NOT_FOUND',
    },
  ])
  await expect(users.drafts.send({ userId, requestBody: { id: made.id! } })).rejects.toMatchObject({ status: 404 })
  expect(told.map(({ id, user, raw }) => [id, user, raw.toString()])).toEqual([[sent.id, OWNER, TEXT.replaceAll('\n', '\r\n')]])
  const { body } = await call('GET', '/_emulator/mails')
  expect(body.mails).toEqual([
    {
      id: sent.id,
      user: OWNER,
      at: Date.parse('2025-03-01T00:00:00Z'),
      to: '"Zhang, San" <zhang@example.test>',
      subject: 'hello',
      key: 'k1',
      raw: told[0]!.raw.toString('base64url'),
    },
  ])
})

it('shows a message in its formats', async () => {
  const { users, draft } = await start()
  const mime =
    'To: a@x.test\nSubject: =?utf-8?B?5Y6/?=\nX-Long: one\n two\nContent-Type: multipart/mixed; boundary="b1"\n\n--b1\n' +
    'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n=E5=8E=BF=\n end\n--b1\n' +
    'Content-Type: image/png; name="c.png"\nContent-Transfer-Encoding: base64\nContent-Disposition: inline; filename="c.png"\n\n' +
    'AAEC\n--b1--\n'
  const { id } = (await draft(mime)).message!
  const get = async (format: string, metadataHeaders?: string[]) =>
    (await users.messages.get({ userId, id: id!, format, ...(metadataHeaders && { metadataHeaders }) })).data
  const full = await get('full')
  expect(full.payload).toMatchObject({
    partId: '',
    mimeType: 'multipart/mixed',
    body: { size: 0 },
    parts: [
      { partId: '0', mimeType: 'text/plain', body: { data: Buffer.from('县 end').toString('base64url') } },
      { partId: '1', mimeType: 'image/png', filename: 'c.png', body: { size: 3, attachmentId: expect.any(String) } },
    ],
  })
  expect(full.payload?.headers).toContainEqual({ name: 'X-Long', value: 'one two' })
  expect((await get('metadata', ['x-long'])).payload).toEqual({
    mimeType: 'multipart/mixed',
    headers: [{ name: 'X-Long', value: 'one two' }],
  })
  expect(Buffer.from((await get('raw')).raw!, 'base64url').toString()).toBe(mime.replaceAll('\n', '\r\n'))
  expect((await get('minimal')).payload).toBeUndefined()
  await expect(get('odd')).rejects.toMatchObject({ status: 400 })
})

it('finds by Message-ID and label, and by no other header', async () => {
  const { users, draft, later } = await start()
  for (const number of [1, 2, 3]) {
    const { id } = await draft(TEXT.replaceAll('1', String(number)))
    later(1000)
    if (number < 3) await users.drafts.send({ userId, requestBody: { id: id! } })
  }
  const count = async (q: string) => (await users.messages.list({ userId, q })).data.resultSizeEstimate
  expect(await count('rfc822msgid:2@x.test')).toBe(1)
  expect(await count('rfc822msgid:<2@x.test> in:sent')).toBe(1)
  expect(await count('in:sent to:zhang@example.test subject:hello')).toBe(2)
  expect(await count('in:drafts')).toBe(1)
  expect(await count('x-tallysheet-key:k1')).toBe(0)
  await expect(count('hello')).rejects.toMatchObject({ status: 501 })
  const first = (await users.messages.list({ userId, labelIds: ['SENT'], maxResults: 1 })).data
  const newest = await users.messages.get({ userId, id: first.messages![0]!.id!, format: 'metadata' })
  expect(newest.data.payload?.headers).toContainEqual({ name: 'X-Tallysheet-Key', value: 'k2' })
  const rest = (await users.messages.list({ userId, labelIds: ['SENT'], pageToken: first.nextPageToken! })).data
  expect([rest.messages?.length, rest.nextPageToken]).toEqual([1, undefined])
})

it('gives a Message-ID of its own where told to, and keeps the old one', async () => {
  const { call, users, draft } = await start()
  await call('POST', '/_emulator/mail-options', { rewriteMessageIds: true })
  const { data } = await users.drafts.send({ userId, requestBody: { id: (await draft(TEXT)).id! } })
  const { data: message } = await users.messages.get({ userId, id: data.id!, format: 'metadata' })
  const named = (name: string) => message.payload?.headers?.filter((header) => header.name === name).map(({ value }) => value)
  expect(named('Message-ID')).toEqual([expect.stringMatching(/^<.+@mail\.gmail\.com>$/)])
  expect(named('X-Google-Original-Message-ID')).toEqual(['<1@x.test>'])
})

it('stops at the limit of a day, and goes on when that has passed', async () => {
  const { call, users, draft, later } = await start()
  await call('POST', '/_emulator/mail-options', { dailyLimit: 1 })
  const [one, two] = [await draft(TEXT), await draft(TEXT)]
  await users.drafts.send({ userId, requestBody: { id: one.id! } })
  const refused = await users.drafts.send({ userId, requestBody: { id: two.id! } }).catch((error) => error)
  expect(refused.response.data.error).toEqual({
    code: 429,
    message: 'User-rate limit exceeded.  Retry after 2025-03-02T00:00:00.000Z (Mail sending)',
    errors: [
      {
        message: 'User-rate limit exceeded.  Retry after 2025-03-02T00:00:00.000Z (Mail sending)',
        domain: 'usageLimits',
        reason: 'rateLimitExceeded',
      },
    ],
    status: 'RESOURCE_EXHAUSTED',
  })
  later(86_400_000)
  expect((await users.drafts.send({ userId, requestBody: { id: two.id! } })).data.labelIds).toEqual(['SENT'])
})

it('refuses what Gmail refuses', async () => {
  const { call, users, draft } = await start()
  const sendTo = async (to: string) => {
    const { id } = await draft(`${to}Subject: x\n\nbody`)
    const error = await users.drafts.send({ userId, requestBody: { id: id! } }).catch((thrown) => thrown)
    return error.response?.data.error.message
  }
  expect(await sendTo('')).toBe('Recipient address required')
  expect(await sendTo('To: nobody\n')).toBe('Invalid To header')
  expect(await sendTo('To: a@x.test, b@@x.test\n')).toBe('Invalid To header')
  expect(await sendTo('Cc: <a@nowhere>\nTo: a@x.test\n')).toBe('Invalid Cc header')
  const unknown = await call('POST', '/gmail/v1/users/me/drafts', { massage: {} })
  expect([unknown.status, unknown.body.error.message]).toEqual([400, expect.stringContaining('Unknown name "massage"')])
  expect((await call('POST', '/gmail/v1/users/me/drafts', { message: {} })).status).toBe(400)
  expect((await call('GET', '/gmail/v1/users/someone@else.test/profile')).status).toBe(403)
  const { data } = await users.getProfile({ userId })
  expect([data.emailAddress, data.messagesTotal]).toEqual([OWNER, 4])
})
