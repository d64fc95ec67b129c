import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import type { Behaviour, Effect, Stage } from '../../../infra/local/mailbox/behaviour.ts'
import type { MailboxOptions } from '../../../infra/local/mailbox/mailbox.ts'
import { openSmtpDoor } from '../../../shared/mail/smtp-door.ts'
import { parseSmtpSettings } from '../../../shared/mail/smtp-settings.ts'
import { openPost, type Post, SHORT } from '../../support/post.ts'
import { sampleMail } from '../../support/sample-mail.ts'

// A certificate for this machine that nobody trusts, made once for these tests and valid for a hundred years. On Linux 0.0.0.0 leads to
// this machine too, without being one of the hosts to which mails may go in the clear.

const pem = (name: string) => readFileSync(new URL(`../../support/fixtures/${name}.pem`, import.meta.url), 'utf8')
const key = pem('loopback-key')
const cert = pem('loopback-certificate')

let post: Post
afterEach(() => post?.close())

/** What becomes of a mail that is sent to the server by that scheme and host. */
async function sendBy(scheme: string, host: string, options: Omit<MailboxOptions, 'folder'>, trusted = true) {
  const stages: Stage[] = []
  const behaviour: Behaviour = (moment) => {
    stages.push(moment.stage)
    return options.behaviour?.(moment)
  }
  post = await openPost({ ...options, behaviour })
  const settings = parseSmtpSettings(`${scheme}://${host}:${post.mailbox.port}`, undefined)
  const door = openSmtpDoor({ ...settings, ...(trusted && { certificateAuthority: cert }) }, SHORT)
  const outcome = await door.send(sampleMail({ key: 'k' }), null)
  await door.close()
  return { outcome, stages, kept: post.keys() }
}

describe('TLS', () => {
  test.each(['127.0.0.1', 'localhost', '0.0.0.0'])('from the first byte, to %s', async (host) => {
    const { outcome, kept } = await sendBy('smtps', host, { tls: { key, cert, begin: 'at-once' } })
    expect(outcome.state).toBe('sent')
    expect(kept).toEqual(['k'])
  })

  test.each(['127.0.0.1', 'localhost', '0.0.0.0'])('by STARTTLS, to %s', async (host) => {
    const { outcome, stages, kept } = await sendBy('smtp', host, { tls: { key, cert, begin: 'starttls' } })
    expect(outcome.state).toBe('sent')
    expect(kept).toEqual(['k'])
    expect(stages).toEqual(['CONNECT', 'EHLO', 'STARTTLS'])
  })
})

describe('without TLS that can be trusted nothing is sent, and it goes later', () => {
  test.each<[string, string, string, Omit<MailboxOptions, 'folder'>, boolean]>([
    ['nobody vouches for the certificate', 'smtps', '127.0.0.1', { tls: { key, cert, begin: 'at-once' } }, false],
    ['nobody vouches for it after STARTTLS', 'smtp', '0.0.0.0', { tls: { key, cert, begin: 'starttls' } }, false],
    ['the certificate is for another host', 'smtps', '127.0.0.2', { tls: { key, cert, begin: 'at-once' } }, true],
    ['STARTTLS is not offered', 'smtp', '0.0.0.0', {}, true],
    ['the server speaks no TLS', 'smtps', '127.0.0.1', {}, true],
  ])('%s', async (_, scheme, host, options, trusted) => {
    const { outcome, stages, kept } = await sendBy(scheme, host, options, trusted)
    expect(outcome.state).toBe('later')
    expect(kept).toEqual([])
    for (const stage of ['AUTH', 'MAIL', 'RCPT', 'DATA']) expect(stages).not.toContain(stage)
  })

  test.each<[string, Stage, Effect]>([
    ['refused', 'STARTTLS', { kind: 'answer', reply: '454 4.7.0 Not available' }],
    ['not known', 'STARTTLS', { kind: 'answer', reply: '502 5.5.1 Not implemented' }],
    ['accepted and not begun', 'STARTTLS', { kind: 'answer', reply: '220 Go ahead' }],
    ['cut', 'STARTTLS', { kind: 'drop' }],
    ['never answered', 'STARTTLS', { kind: 'silent' }],
  ])('STARTTLS: %s', async (_, stage, effect) => {
    const { outcome, stages, kept } = await sendBy('smtp', '0.0.0.0', {
      tls: { key, cert, begin: 'starttls' },
      behaviour: (moment) => (moment.stage === stage ? effect : undefined),
    })
    expect(outcome.state).toBe('later')
    expect(kept).toEqual([])
    for (const each of ['AUTH', 'MAIL', 'RCPT', 'DATA']) expect(stages).not.toContain(each)
  })
  test('a server that knows no EHLO has no TLS for anybody', async () => {
    const behaviour: Behaviour = ({ stage }) =>
      stage === 'EHLO' ? { kind: 'answer', reply: '502 5.5.1 Not implemented' } : undefined
    const { outcome, stages } = await sendBy('smtp', '0.0.0.0', { behaviour })
    expect(outcome.state).toBe('stopped')
    expect(stages).toEqual(['CONNECT', 'EHLO'])
  })
})
