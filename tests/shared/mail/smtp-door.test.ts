import { afterEach, describe, expect, test } from 'vitest'
import type { Behaviour, Effect, Stage } from '../../../infra/local/mailbox/behaviour.ts'
import { openSmtpDoor } from '../../../shared/mail/smtp-door.ts'
import { parseSmtpSettings } from '../../../shared/mail/smtp-settings.ts'
import { openPost, type Post, SHORT } from '../../support/post.ts'
import { sampleMail } from '../../support/sample-mail.ts'

// faults.md F36, F37, F38 at every step of a session, through real sockets.

let post: Post
afterEach(() => post?.close())

/** The effect on the first time that the stage is reached. */
const once =
  (stage: Stage, effect: Effect): Behaviour =>
  (moment) =>
    moment.stage === stage && moment.nth === 1 ? effect : undefined

const answer = (reply: string): Effect => ({ kind: 'answer', reply })
const DROP: Effect = { kind: 'drop' }
const LOST: Effect = { kind: 'lost' }
const SILENT: Effect = { kind: 'silent' }

const mail = sampleMail({ key: 'first' })

test('a mail arrives as it was composed, with one recipient in the envelope', async () => {
  post = await openPost()
  expect(await post.door.prepare(mail)).toBeNull()
  expect(await post.door.send(mail, null)).toEqual({ state: 'sent', reference: '<first@pingyin.example>' })
  const [kept] = post.mailbox.mails()
  expect(kept).toMatchObject({ from: mail.from.address, to: [mail.to.address], key: 'first', subject: mail.subject })
  expect((await post.parsed(kept!.name)).messageId).toBe(mail.messageId)
  expect(post.door.kind).toBe('smtp')
})

describe('F38: nothing was accepted, so it goes later', () => {
  test.each<[Stage, Effect]>([
    ['CONNECT', answer('421 4.3.2 Service not available')],
    ['CONNECT', answer('450 4.3.2 Busy')],
    ['CONNECT', DROP],
    ['CONNECT', LOST],
    ['CONNECT', SILENT],
    ['EHLO', answer('421 4.3.2 Closing')],
    ['EHLO', DROP],
    ['EHLO', LOST],
    ['EHLO', SILENT],
    ['MAIL', answer('451 4.3.0 Try again')],
    ['MAIL', answer('421 4.3.2 Closing')],
    ['MAIL', DROP],
    ['MAIL', LOST],
    ['MAIL', SILENT],
    ['RCPT', answer('451 4.7.1 Greylisted')],
    ['RCPT', answer('450 4.2.1 Too quick for this mailbox')],
    ['RCPT', answer('421 4.3.2 Closing')],
    ['RCPT', DROP],
    ['RCPT', LOST],
    ['RCPT', SILENT],
    ['DATA', answer('451 4.3.0 Try again')],
    ['DATA', answer('421 4.3.2 Closing')],
    ['DATA', DROP],
    ['DATA', LOST],
    ['DATA', SILENT],
    ['MESSAGE', answer('451 4.7.1 Greylisted after DATA')],
  ])('%s: %o', async (stage, effect) => {
    post = await openPost({ behaviour: once(stage, effect) })
    expect(await post.door.send(mail, null)).toMatchObject({ state: 'later' })
    expect(post.keys()).toEqual([])
    expect(await post.door.send(mail, null)).toMatchObject({ state: 'sent' })
    expect(post.keys()).toEqual(['first'])
  })

  test('nobody listens', async () => {
    post = await openPost()
    const door = openSmtpDoor(parseSmtpSettings(post.mailbox.url, undefined), SHORT)
    await post.mailbox.close()
    expect(await door.send(mail, null)).toEqual({ state: 'later', reason: 'ESOCKET at CONN' })
    await door.close()
  })

  test('a connection that the server closed while it lay idle', async () => {
    // The second message finds the connection gone at its first command.
    post = await openPost({ behaviour: ({ stage, nth }) => (stage === 'MAIL' && nth === 2 ? DROP : undefined) })
    expect(await post.door.send(mail, null)).toMatchObject({ state: 'sent' })
    const second = sampleMail({ key: 'second' })
    expect(await post.door.send(second, null)).toMatchObject({ state: 'later' })
    expect(await post.door.send(second, null)).toMatchObject({ state: 'sent' })
    expect(post.keys()).toEqual(['first', 'second'])
  })

  test('the connection is lost within the message: without its final dot nobody accepts it', async () => {
    post = await openPost({ behaviour: once('CONTENT', DROP) })
    const long = sampleMail({ key: 'long', html: '产'.repeat(8_000_000) })
    expect(await post.door.send(long, null)).toMatchObject({ state: 'later' })
    expect(post.keys()).toEqual([])
  })
})

describe('F36: it may have been accepted, so nobody sends it again', () => {
  test.each<[string, Stage, Effect, string[]]>([
    ['kept, the reply lost', 'MESSAGE', LOST, ['first']],
    ['not kept, cut off', 'MESSAGE', DROP, []],
    ['not kept, never answered', 'MESSAGE', SILENT, []],
    ['not kept, shutting down', 'MESSAGE', answer('421 4.3.2 Shutting down'), []],
    ['short enough to have left whole', 'CONTENT', DROP, []],
  ])('%s', async (_, stage, effect, kept) => {
    post = await openPost({ behaviour: once(stage, effect) })
    expect(await post.door.send(mail, null)).toMatchObject({ state: 'unknown' })
    expect(await post.door.reconcile(mail, null)).toBe('unknown')
    await post.door.close()
    expect(post.keys()).toEqual(kept)
  })

  test('a server that trickles never gets past the time for a message', async () => {
    // Each silence is shorter than the patience with the socket, all of them together are not.
    const behaviour: Behaviour = ({ stage }) => (stage === 'MESSAGE' ? { kind: 'delay', ms: 700 } : undefined)
    post = await openPost({ behaviour }, { messageTimeoutMs: 200 })
    expect(await post.door.send(mail, null)).toEqual({ state: 'unknown', reason: 'EABORT at CONN' })
  })
})

describe('F37: an address that is refused for good stops nobody else', () => {
  test.each<[Stage, string]>([
    ['RCPT', '550 5.1.1 User unknown'],
    ['RCPT', '553 5.1.3 Bad address'],
    ['DATA', '554 5.5.1 No valid recipients'],
    ['MESSAGE', '550 5.1.1 User unknown'],
    ['MESSAGE', '554 5.7.1 Looks like spam'],
    ['MAIL', '552 5.3.4 Too large'],
  ])('%s: %s', async (stage, reply) => {
    post = await openPost({ behaviour: once(stage, answer(reply)) })
    const others = ['second', 'third'].map((key) => sampleMail({ key }))
    const outcomes = await Promise.all([mail, ...others].map((each) => post.door.send(each, null)))
    expect(outcomes.map(({ state }) => state)).toEqual(['rejected', 'sent', 'sent'])
    expect(outcomes[0]).toHaveProperty('reason', expect.stringMatching(/^55\d 5\.\d\.\d at [A-Z ]+$/))
    expect(post.keys()).toEqual(['second', 'third'])
  })

  test('by recipient', async () => {
    const behaviour: Behaviour = ({ stage, recipient }) =>
      stage === 'RCPT' && recipient?.startsWith('dead') ? answer('550 5.1.1 User unknown') : undefined
    post = await openPost({ behaviour })
    const to = (address: string) => sampleMail({ key: address.replace('@', '-'), to: { name: '', address } })
    const mails = ['a@x.example', 'dead1@x.example', 'b@x.example', 'dead2@x.example', 'c@x.example'].map(to)
    const outcomes = await Promise.all(mails.map((each) => post.door.send(each, null)))
    expect(outcomes.map(({ state }) => state)).toEqual(['sent', 'rejected', 'sent', 'rejected', 'sent'])
    expect(post.keys()).toEqual(['a-x.example', 'b-x.example', 'c-x.example'])
  })
})

describe('what concerns everybody stops', () => {
  test.each<[Stage, string]>([
    ['CONNECT', '554 5.7.1 Blocked'],
    ['MAIL', '553 5.7.1 Not your address'],
    ['MAIL', '530 5.7.0 Authentication required'],
    ['MAIL', '451 4.7.1 Slow down'],
    ['RCPT', '550 5.4.5 Daily limit exceeded'],
    ['RCPT', '554 5.7.1 Relay access denied'],
    ['MESSAGE', '550 5.7.26 Not authenticated'],
  ])('%s: %s', async (stage, reply) => {
    post = await openPost({ behaviour: once(stage, answer(reply)) })
    expect(await post.door.send(mail, null)).toMatchObject({ state: 'stopped' })
    expect(post.keys()).toEqual([])
  })

  const account = { user: 'tongji', password: 'right' }

  test.each<[string, string, Behaviour | undefined]>([
    ['a wrong password', 'wrong', undefined],
    ['a sign-in that is out of order', 'right', once('AUTH', answer('454 4.7.0 Temporary failure'))],
    ['a server that offers no sign-in', 'right', once('EHLO', answer('250 localhost'))],
  ])('%s', async (_, password, behaviour) => {
    post = await openPost({ account, ...(behaviour && { behaviour }) })
    const door = openSmtpDoor({ ...parseSmtpSettings(post.mailbox.url, undefined), user: account.user, password }, SHORT)
    expect(await door.send(mail, null)).toMatchObject({ state: 'stopped' })
    expect(post.keys()).toEqual([])
    await door.close()
  })

  test('the right password lets it pass; a lost sign-in goes later', async () => {
    const behaviour = once('AUTH', DROP)
    post = await openPost({ account, behaviour })
    const settings = { ...parseSmtpSettings(post.mailbox.url, undefined), user: account.user, password: 'right' }
    const door = openSmtpDoor(settings, SHORT)
    expect(await door.send(mail, null)).toMatchObject({ state: 'later' })
    expect(await door.send(mail, null)).toMatchObject({ state: 'sent' })
    await door.close()
  })
})

describe('nothing leaves for an address that is not one', () => {
  test.each(['a@x.example;b@y.example', 'a@x.example\r\nRCPT TO:<b@y.example>', 'all:a@x.example;', ''])(
    '%o',
    async (address) => {
      const seen: Stage[] = []
      post = await openPost({ behaviour: ({ stage }) => void seen.push(stage) })
      const wrong = sampleMail({ to: { name: 'x', address } })
      await expect(post.door.prepare(wrong)).rejects.toMatchObject({ code: 'unusable-address' })
      await expect(post.door.send(wrong, null)).rejects.toMatchObject({ code: 'unusable-address' })
      expect(seen).toEqual([])
    },
  )
})

test('closing waits for what is under way', async () => {
  post = await openPost({ behaviour: once('RCPT', { kind: 'delay', ms: 100 }) })
  const sending = post.door.send(mail, null)
  await post.door.close()
  expect(post.keys()).toEqual(['first'])
  expect(await sending).toMatchObject({ state: 'sent' })
})
