import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Effect, randomBehaviour } from '../../../../infra/local/mailbox/behaviour.ts'
import { type Mailbox, type MailboxOptions, startMailbox } from '../../../../infra/local/mailbox/mailbox.ts'
import { openSmtpDoor } from '../../../../shared/mail/smtp-door.ts'
import { parseSmtpSettings } from '../../../../shared/mail/smtp-settings.ts'
import type { Mail } from '../../../../shared/ports.ts'
import { HOSTILE_TEXTS } from '../../../support/hostile-texts.ts'
import { SHORT } from '../../../support/post.ts'
import { PICTURE, sampleMail } from '../../../support/sample-mail.ts'

let folder: string
const running: Mailbox[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tallysheet-mailbox-'))
})
afterEach(async () => {
  for (const mailbox of running.splice(0)) await mailbox.close()
  rmSync(folder, { recursive: true })
})

const start = async (options: Omit<MailboxOptions, 'folder'> = {}) => {
  const mailbox = await startMailbox({ ...options, folder })
  running.push(mailbox)
  return mailbox
}

async function send(mailbox: Mailbox, ...mails: Mail[]) {
  const door = openSmtpDoor(parseSmtpSettings(mailbox.url, undefined), SHORT)
  for (const mail of mails) expect(await door.send(mail, null)).toMatchObject({ state: 'sent' })
  await door.close()
}

/** Says the lines one after the other, each once the last was answered; gives the replies. */
async function talk(mailbox: Mailbox, lines: string[]): Promise<string[]> {
  const socket = connect(mailbox.port, '127.0.0.1')
  const replies: string[] = []
  try {
    for await (const chunk of socket) {
      replies.push(String(chunk).trimEnd())
      const line = lines.shift()
      if (line === undefined) break
      socket.write(line)
    }
  } catch {
    // Cut off; what was said until then counts.
  }
  socket.destroy()
  return replies
}

const envelope = (from: string, to: string, content: string) => [
  'EHLO test\r\n',
  `MAIL FROM:<${from}>\r\n`,
  `RCPT TO:<${to}>\r\n`,
  'DATA\r\n',
  `${content}\r\n.\r\n`,
  'QUIT\r\n',
]

describe('keeping', () => {
  test('what is listed: the envelope, not what the headers claim', async () => {
    const mailbox = await start()
    const content =
      'From: claimed@x.example\r\nTo: claimed@y.example\r\nSubject: =?utf-8?B?5L2g5aW9?=\r\nX-Tallysheet-Key: k-1\r\n\r\nhello'
    const replies = await talk(mailbox, envelope('real@x.example', 'other@y.example', content))
    expect(replies.at(-2)).toBe('250 2.0.0 Kept as 000001-k-1')
    expect(mailbox.mails()).toEqual([
      { name: '000001-k-1', from: 'real@x.example', to: ['other@y.example'], subject: '你好', date: null, key: 'k-1' },
    ])
    expect(readFileSync(join(folder, '000001-k-1.eml'), 'utf8')).toBe(`${content}\r\n`)
    expect(readFileSync(join(folder, '000001-k-1.html'), 'utf8')).toContain('hello')
  })

  test('the page holds its pictures and opens by itself', async () => {
    const mailbox = await start()
    await send(mailbox, sampleMail())
    const page = readFileSync(join(folder, `${mailbox.mails()[0]!.name}.html`), 'utf8')
    expect(page).toContain(`src="data:image/png;base64,${Buffer.from(PICTURE).toString('base64')}"`)
    expect(page).not.toContain('cid:')
    expect(page.charCodeAt(0)).toBe(0xfeff)
  })

  test('newest first, over restarts; a mail that was never accepted leaves its number unused', async () => {
    const first = await start()
    await send(first, sampleMail({ key: 'b' }), sampleMail({ key: 'a' }))
    await first.close()
    running.length = 0
    writeFileSync(join(folder, '000007-half.eml'), 'cut off')
    const second = await start()
    expect(second.mails().map(({ name }) => name)).toEqual(['000002-a', '000001-b'])
    await send(second, sampleMail({ key: 'c' }))
    expect(second.mails().map(({ name }) => name)).toEqual(['000008-c', '000002-a', '000001-b'])
    expect(JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'))).toEqual([...second.mails()].reverse())
  })

  test('many at once get names of their own', async () => {
    const mailbox = await start()
    const door = openSmtpDoor(parseSmtpSettings(mailbox.url, undefined), { ...SHORT, connections: 5 })
    await Promise.all(Array.from({ length: 30 }, () => door.send(sampleMail({ key: 'same' }), null)))
    await door.close()
    expect(new Set(mailbox.mails().map(({ name }) => name)).size).toBe(30)
    expect(readdirSync(folder).filter((file) => file.endsWith('.eml'))).toHaveLength(30)
  })

  test('whatever a key holds, files stay in the folder', async () => {
    const mailbox = await start()
    const keys = ['../../etc/passwd', '..', '/', 'a\\b', 'CON', ...HOSTILE_TEXTS.slice(0, 12)]
    for (const key of keys) {
      const header = key.replace(/[\r\n\0]/g, ' ')
      await talk(mailbox, envelope('a@x.example', 'b@x.example', `X-Tallysheet-Key: ${header}\r\nSubject: x\r\n\r\ny`))
    }
    expect(mailbox.mails()).toHaveLength(keys.length)
    for (const { name } of mailbox.mails()) expect(name).toMatch(/^\d{6}(-[A-Za-z0-9-]{1,60})?$/)
    expect(readdirSync(folder)).toHaveLength(2 * keys.length + 1)
  })
})

test('the next free port', async () => {
  const first = await start()
  await expect(start({ port: first.port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  const second = await start({ port: first.port, nextFreePort: true })
  expect(second.port).toBeGreaterThan(first.port)
})

describe('behaviour', () => {
  test.each<[string, Effect, string[]]>([
    ['EHLO', { kind: 'answer', reply: '550 5.7.1 No' }, ['220', '550', '503', '503', '503']],
    ['MAIL', { kind: 'answer', reply: '451 4.3.0 No' }, ['220', '250', '451', '503', '503']],
    ['RCPT', { kind: 'answer', reply: '550 5.1.1 No' }, ['220', '250', '250', '550', '503']],
    ['DATA', { kind: 'answer', reply: '554 5.5.1 No' }, ['220', '250', '250', '250', '554']],
    ['MESSAGE', { kind: 'answer', reply: '554 5.7.1 No' }, ['220', '250', '250', '250', '354', '554', '221']],
    ['QUIT', { kind: 'answer', reply: '421 4.3.2 No' }, ['220', '250', '250', '250', '354', '250', '421']],
    ['QUIT', { kind: 'drop' }, ['220', '250', '250', '250', '354', '250']],
    ['CONNECT', { kind: 'answer', reply: '421 4.3.2 No' }, ['421']],
    ['CONTENT', { kind: 'drop' }, ['220', '250', '250', '250', '354']],
    ['MESSAGE', { kind: 'lost' }, ['220', '250', '250', '250', '354']],
  ])('at %s: %o', async (stage, effect, codes) => {
    const mailbox = await start({ behaviour: (moment) => (moment.stage === stage ? effect : undefined) })
    const replies = await talk(mailbox, envelope('a@x.example', 'b@x.example', 'Subject: x\r\n\r\ny'))
    expect(replies.map((reply) => reply.slice(0, 3)).slice(0, codes.length)).toEqual(codes)
    const isKept = stage === 'QUIT' || effect.kind === 'lost'
    expect(mailbox.mails()).toHaveLength(isKept ? 1 : 0)
  })

  test('a mail that was refused does not stand in the way of the next one', async () => {
    const mailbox = await start({
      behaviour: ({ stage, nth }) => (stage === 'MESSAGE' && nth === 1 ? { kind: 'answer', reply: '451 4.7.1 No' } : undefined),
    })
    const [, ...transaction] = envelope('a@x.example', 'b@x.example', 'Subject: x\r\n\r\ny')
    const replies = await talk(mailbox, ['EHLO test\r\n', ...transaction.slice(0, 4), ...transaction])
    expect(replies.filter((reply) => /^(451|250 2\.0\.0)/.test(reply))).toEqual(['451 4.7.1 No', '250 2.0.0 Kept as 000001'])
  })

  test('chance follows from the seed', () => {
    const effects: Effect[] = [{ kind: 'drop' }, { kind: 'lost' }]
    const moment = { stage: 'MAIL', recipient: null, connection: 1, nth: 1 } as const
    const run = (seed: number) => {
      const behaviour = randomBehaviour(seed, 0.5, effects)
      return Array.from({ length: 50 }, () => behaviour(moment)?.kind)
    }
    expect(run(1)).toEqual(run(1))
    expect(run(1)).not.toEqual(run(2))
    expect(new Set(run(1))).toEqual(new Set([undefined, 'drop', 'lost']))
  })

  test('who may send', async () => {
    const mailbox = await start({ account: { user: 'u', password: 'p' } })
    const plain = (password: string) => `AUTH PLAIN ${Buffer.from(`\0u\0${password}`).toString('base64')}\r\n`
    const codes = async (...lines: string[]) =>
      (await talk(mailbox, ['EHLO test\r\n', ...lines])).map((reply) => reply.slice(0, 3))
    expect(await codes('MAIL FROM:<a@x.example>\r\n')).toEqual(['220', '250', '530'])
    expect(await codes(plain('wrong'))).toEqual(['220', '250', '535'])
    expect(await codes(plain('p'), 'MAIL FROM:<a@x.example>\r\n')).toEqual(['220', '250', '235', '250'])
    const login = ['AUTH LOGIN\r\n', `${btoa('u')}\r\n`, `${btoa('p')}\r\n`, 'MAIL FROM:<a@x.example>\r\n']
    expect(await codes(...login)).toEqual(['220', '250', '334', '334', '235', '250'])
  })
})
