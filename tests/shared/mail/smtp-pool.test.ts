import { createTransport } from 'nodemailer'
import { afterEach, describe, expect, test } from 'vitest'
import { type Behaviour, type Effect, randomBehaviour } from '../../../infra/local/mailbox/behaviour.ts'
import { parseSmtpSettings } from '../../../shared/mail/smtp-settings.ts'
import { transportOptions } from '../../../shared/mail/smtp-transport.ts'
import type { Mail, SendOutcome } from '../../../shared/ports.ts'
import { openPost, type Post, SHORT } from '../../support/post.ts'
import { sampleMail } from '../../support/sample-mail.ts'

// faults.md F36, F38, I1: whatever happens to connections, the pool sends nothing a second time by itself.

let post: Post
afterEach(() => post?.close())

const mails = (count: number): Mail[] =>
  Array.from({ length: count }, (_, index) =>
    sampleMail({ key: `m${String(index).padStart(3, '0')}`, to: { name: '', address: `r${index}@x.example` }, images: [] }),
  )

const sendAll = async (all: readonly Mail[]): Promise<Map<string, SendOutcome>> =>
  new Map(await Promise.all(all.map(async (mail) => [mail.key, await post.door.send(mail, null)] as const)))

const keysOf = (outcomes: ReadonlyMap<string, SendOutcome>, ...states: SendOutcome['state'][]): string[] =>
  [...outcomes].filter(([, { state }]) => states.includes(state)).map(([key]) => key)

describe('200 mails through three connections', () => {
  test.each<[string, Behaviour, SendOutcome['state']]>([
    [
      'one dropped before a command',
      ({ stage, nth }) => (stage === 'RCPT' && nth === 100 ? { kind: 'drop' } : undefined),
      'later',
    ],
    [
      'one lost after a message',
      ({ stage, nth }) => (stage === 'MESSAGE' && nth === 100 ? { kind: 'lost' } : undefined),
      'unknown',
    ],
  ])('%s: each accepted mail arrives once', async (_, behaviour, state) => {
    post = await openPost({ behaviour }, { connections: 3 })
    const all = mails(200)
    const outcomes = await sendAll(all)
    expect(keysOf(outcomes, 'sent')).toHaveLength(199)
    expect(keysOf(outcomes, state)).toHaveLength(1)
    const later = all.filter(({ key }) => outcomes.get(key)?.state === 'later')
    expect(keysOf(await sendAll(later), 'sent')).toHaveLength(later.length)
    expect(post.keys()).toEqual(all.map(({ key }) => key))
  })
})

describe('chance', () => {
  const effects: Effect[] = [
    { kind: 'drop' },
    { kind: 'lost' },
    { kind: 'answer', reply: '421 4.3.2 Closing' },
    { kind: 'answer', reply: '451 4.7.1 Greylisted' },
    { kind: 'answer', reply: '550 5.1.1 Unknown' },
  ]

  test.each(Array.from({ length: 10 }, (_, seed) => [seed]))('outcomes tell the truth, seed %i', async (seed) => {
    let calm = false
    const random = randomBehaviour(seed, 0.06, effects)
    post = await openPost({ behaviour: (moment) => (calm ? undefined : random(moment)) }, { connections: 2 })
    const all = mails(30)
    const outcomes = await sendAll(all)
    const arrived = post.keys()
    expect(new Set(arrived).size).toBe(arrived.length)
    expect(arrived).toEqual(expect.arrayContaining(keysOf(outcomes, 'sent')))
    expect(keysOf(outcomes, 'later', 'rejected', 'stopped').filter((key) => arrived.includes(key))).toEqual([])
    calm = true
    const again = all.filter(({ key }) => ['later', 'stopped'].includes(outcomes.get(key)!.state))
    expect(keysOf(await sendAll(again), 'sent')).toHaveLength(again.length)
    expect(new Set(post.keys()).size).toBe(post.keys().length)
  })
})

describe("the pool's own repetition", () => {
  const dropAlways: Behaviour = ({ stage, connection }) => (stage === 'CONNECT' && connection < 4 ? { kind: 'drop' } : undefined)
  const dropReused: Behaviour = ({ stage, nth }) => (stage === 'MAIL' && nth === 2 ? { kind: 'drop' } : undefined)

  /** How often the server was connected to, and what became of two sends one after the other. */
  async function sendTwice(behaviour: Behaviour, change: { maxRequeues?: number }) {
    let connections = 0
    const counting: Behaviour = (moment) => {
      connections = moment.connection
      return behaviour(moment)
    }
    post = await openPost({ behaviour: counting })
    const { maxRequeues, ...options } = transportOptions(parseSmtpSettings(post.mailbox.url, undefined), SHORT)
    const transport = createTransport({ ...options, ...change })
    const results: string[] = []
    for (const subject of ['one', 'two'])
      await transport.sendMail({ from: 'a@x.example', to: 'b@x.example', subject, text: 'x' }).then(
        () => results.push('sent'),
        () => results.push('failed'),
      )
    transport.close()
    return { ours: maxRequeues, connections, results }
  }

  test('by default it sends again after a connection was closed', async () => {
    expect(await sendTwice(dropAlways, {})).toMatchObject({ connections: 4, results: ['sent', 'sent'] })
    await post.close()
    expect(await sendTwice(dropReused, {})).toMatchObject({ connections: 2, results: ['sent', 'sent'] })
  })

  test('with our options it never does', async () => {
    expect(await sendTwice(dropAlways, { maxRequeues: 0 })).toEqual({ ours: 0, connections: 2, results: ['failed', 'failed'] })
    await post.close()
    expect(await sendTwice(dropReused, { maxRequeues: 0 })).toEqual({ ours: 0, connections: 1, results: ['sent', 'failed'] })
  })
})

test('a session that was reset after a refusal, and cut there, loses and doubles nothing', async () => {
  const behaviour: Behaviour = ({ stage, nth }) => {
    if (stage === 'RCPT' && nth === 1) return { kind: 'answer', reply: '550 5.1.1 Unknown' }
    return stage === 'RSET' ? { kind: 'drop' } : undefined
  }
  post = await openPost({ behaviour })
  const [first, second] = mails(2)
  const outcomes = await sendAll([first!, second!])
  expect([...outcomes.values()].map(({ state }) => state)).toEqual(['rejected', 'sent'])
  expect(post.keys()).toEqual(['m001'])
})
