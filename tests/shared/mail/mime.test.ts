import fc from 'fast-check'
import { type AddressObject, simpleParser } from 'mailparser'
import { describe, expect, test } from 'vitest'
import { Failure } from '../../../shared/errors.ts'
import { headerText } from '../../../shared/mail/header-text.ts'
import { rawMessage } from '../../../shared/mail/mime.ts'
import type { Mail } from '../../../shared/ports.ts'
import { HOSTILE_TEXTS } from '../../support/hostile-texts.ts'
import { PICTURE, sampleMail } from '../../support/sample-mail.ts'

const NOON = new Date('2026-03-09T04:00:00Z')

const compose = async (change: Partial<Mail> = {}) => {
  const raw = Buffer.from(await rawMessage(sampleMail(change), NOON))
  return { raw: raw.toString('latin1'), parsed: await simpleParser(raw) }
}

/** The names of the headers in front of the message, as they stand there. */
const headerNames = (raw: string): string[] =>
  raw
    .slice(0, raw.indexOf('\r\n\r\n'))
    .split('\r\n')
    .filter((line) => !/^[ \t]/.test(line))
    .map((line) => line.slice(0, line.indexOf(':')))

const HEADERS = [
  'X-Tallysheet-Key',
  'Auto-Submitted',
  'X-Auto-Response-Suppress',
  'Content-Language',
  'List-ID',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
  'From',
  'To',
  'Reply-To',
  'Subject',
  'Message-ID',
  'Date',
  'MIME-Version',
  'Content-Type',
]

const addresses = (field: AddressObject | AddressObject[] | undefined) => [field ?? []].flat().flatMap(({ value }) => value)

test('a message as it is meant', async () => {
  const mail = sampleMail()
  const { raw, parsed } = await compose()
  expect(headerNames(raw)).toEqual(HEADERS)
  expect(addresses(parsed.from)).toEqual([mail.from])
  expect(addresses(parsed.to)).toEqual([mail.to])
  expect(addresses(parsed.replyTo)).toEqual([{ name: '', address: mail.replyTo }])
  expect(parsed.subject).toBe(mail.subject)
  expect(parsed.date).toEqual(NOON)
  expect(parsed.messageId).toBe(mail.messageId)
  expect(parsed.text?.replace(/\n$/, '')).toBe(mail.text)
  const header = (name: string) => parsed.headerLines.find(({ key }) => key === name)?.line.replace(/\r\n/g, '')
  expect(header('x-tallysheet-key')).toBe('X-Tallysheet-Key: digest-2026-W10-zhang')
  expect(header('auto-submitted')).toBe('Auto-Submitted: auto-generated')
  expect(header('x-auto-response-suppress')).toBe('X-Auto-Response-Suppress: OOF, AutoReply')
  expect(header('content-language')).toBe('Content-Language: zh-CN')
  expect(header('list-id')).toBe('List-ID: <tallysheet.pingyin.example>')
  expect(header('list-unsubscribe')).toBe(
    'List-Unsubscribe: <https://tallysheet.example/unsubscribe?token=abc>, <mailto:stop@pingyin.example>',
  )
  expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
})

test('a sender whose domain has letters of its own', async () => {
  const from = { name: '', address: 'tongji@平阴.example' }
  const { raw, parsed } = await compose({ from, messageId: '<k@平阴.example>' })
  expect(raw).toContain('From: tongji@xn--gwt045j.example\r\n')
  expect(parsed.messageId).toBe('<k@xn--gwt045j.example>')
  expect(raw).toContain('List-ID: <tallysheet.xn--gwt045j.example>')
})

test('lines end with CRLF, are ASCII, and none is too long', async () => {
  const { raw } = await compose({
    subject: '产值'.repeat(200),
    html: 'a'.repeat(5_000),
    text: `${'长'.repeat(3_000)}\r\nx\ry\nz`,
  })
  expect(raw).not.toMatch(/[^\r]\n|\r[^\n]/)
  expect(raw).not.toMatch(/[^\r\n\t\x20-\x7e]/)
  expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78)
})

test('text and HTML are alternatives; the picture is related to the HTML and comes through byte for byte', async () => {
  const { raw, parsed } = await compose()
  expect(raw).toMatch(/Content-Type: multipart\/alternative;[\s\S]*text\/plain[\s\S]*Content-Type: multipart\/related;/)
  expect(parsed.attachments).toHaveLength(1)
  const [picture] = parsed.attachments
  expect(picture).toMatchObject({ cid: 'chart@tallysheet', contentDisposition: 'inline', filename: 'chart.png', related: true })
  expect(picture?.contentType).toBe('image/png')
  expect(Buffer.compare(picture!.content, PICTURE)).toBe(0)
})

describe('how to stop it', () => {
  const lines = async (unsubscribe: Mail['unsubscribe']) => {
    const { parsed } = await compose({ unsubscribe })
    const found = parsed.headerLines.filter(({ key }) => key.startsWith('list-'))
    return found.map(({ line }) => line.replace(/\r\n/g, ''))
  }
  const url = `https://tallysheet.example/unsubscribe?token=${'a'.repeat(400)}`
  const id = 'List-ID: <tallysheet.pingyin.example>'
  const oneClick = 'List-Unsubscribe-Post: List-Unsubscribe=One-Click'

  test.each<[string, Mail['unsubscribe'], string[]]>([
    ['not at all', null, []],
    ['no way', { url: null, mailto: null }, []],
    ['a long address', { url, mailto: null }, [id, `List-Unsubscribe: <${url}>`, oneClick]],
    ['plain http', { url: 'http://127.0.0.1:8080/u', mailto: null }, [id, 'List-Unsubscribe: <http://127.0.0.1:8080/u>']],
    ['by mail', { url: null, mailto: 'stop@x.example' }, [id, 'List-Unsubscribe: <mailto:stop@x.example>']],
    [
      'by mail with a subject',
      { url: null, mailto: 'mailto:stop@x.example?subject=unsubscribe%20a1' },
      [id, 'List-Unsubscribe: <mailto:stop@x.example?subject=unsubscribe%20a1>'],
    ],
  ])('%s', async (_, unsubscribe, expected) => {
    expect(await lines(unsubscribe)).toEqual(expected)
  })

  test.each([
    { url: 'javascript:alert(1)', mailto: null },
    { url: 'https://x.example/>,<mailto:b@y.example', mailto: null },
    { url: 'https://x.example/\r\nBcc: b@y.example', mailto: null },
    { url: 'https://x.example/用户', mailto: null },
    { url: null, mailto: 'a@x.example,b@y.example' },
    { url: null, mailto: 'mailto:a@x.example?cc=b@y.example' },
    { url: null, mailto: 'mailto:a@x.example?subject=a&bcc=b@y.example' },
    { url: null, mailto: 'mailto:a@x.example\r\nBcc: b@y.example' },
  ])('refused: %o', async (unsubscribe) => {
    await expect(compose({ unsubscribe })).rejects.toMatchObject({ code: 'unusable-address' })
  })
})

describe('hostile text adds no header and no recipient (S13, S14)', () => {
  const PAYLOADS = [
    'x\r\nBcc: evil@x.example',
    'x\nBcc: evil@x.example',
    'x\rBcc: evil@x.example',
    'x\r\n\r\n<b>body</b>',
    'x\u2028Bcc: evil@x.example',
    'x\u2029Bcc: evil@x.example',
    'x\u0085Bcc: evil@x.example',
    'x\u0000\u000b\u000cBcc: evil@x.example',
    '=?utf-8?Q?x=0D=0ABcc:_evil@x.example?=',
    '=?utf-8?B?eA0KQmNjOiBldmlsQHguZXhhbXBsZQ==?=',
    '=?utf-8?q?=22?= <evil@x.example>, ',
    'evil@x.example, ',
    '"<evil@x.example>, "',
    'x" <evil@x.example>, "y',
    'all: evil@x.example;',
    '(comment) evil@x.example',
    '\\" <evil@x.example>',
    '\u202eelpmaxe.x@live\u202c',
    '\ud800x\udfff',
  ]
  const texts = [...PAYLOADS, ...HOSTILE_TEXTS]

  /** As typed, but for what a header can't hold. */
  async function expectHarmless(text: string): Promise<void> {
    const images = [{ cid: 'c@x', fileName: text, png: PICTURE, alternative: text }]
    const { from, to } = sampleMail()
    const { raw, parsed } = await compose({
      subject: text,
      from: { ...from, name: text },
      to: { ...to, name: text },
      html: text || ' ',
      text: text || ' ',
      images,
    })
    expect(headerNames(raw).filter((name) => name !== 'Subject')).toEqual(HEADERS.filter((name) => name !== 'Subject'))
    for (const field of [parsed.to, parsed.from]) expect(addresses(field)).toHaveLength(1)
    expect(addresses(parsed.to)[0]).toEqual({ name: headerText(text), address: to.address })
    expect(addresses(parsed.from)[0]).toEqual({ name: headerText(text), address: from.address })
    expect(parsed.subject ?? '').toBe(headerText(text))
    expect([parsed.cc, parsed.bcc]).toEqual([undefined, undefined])
    expect(parsed.attachments).toHaveLength(1)
    expect(Buffer.compare(parsed.attachments[0]!.content, PICTURE)).toBe(0)
  }

  test.each([...texts.keys()])('text %i in subject, names, bodies and file name', (index) => expectHarmless(texts[index]!))

  test('generated ones', async () => {
    const sign = fc.constantFrom(
      '=?',
      '?=',
      'utf-8',
      '?Q?',
      '?B?',
      '\r',
      '\n',
      '\u2028',
      '"',
      '<',
      '>',
      '@',
      ',',
      ';',
      ':',
      '\\',
      ' ',
      'é',
      '张',
      '🀄',
      'a',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(sign, { maxLength: 40 }), (signs) => expectHarmless(signs.join(''))),
      { numRuns: 300, seed: 13 },
    )
  })

  test.each([...texts.keys()])('text %i in an address is refused or harmless', async (index) => {
    const address = `a@x.example${texts[index]}`
    for (const change of [{ to: { name: '', address } }, { from: { name: '', address } }, { replyTo: address }]) {
      const composed = await compose(change).catch((error: unknown) => error)
      if (composed instanceof Failure) expect(composed.code).toBe('unusable-address')
      else expect(headerNames((composed as { raw: string }).raw)).toEqual(HEADERS)
    }
  })

  test.each([
    { key: 'x\r\nBcc: evil@x.example' },
    { key: '' },
    { messageId: '<a@b>\r\nBcc: evil@x.example' },
    { messageId: 'a@b' },
    { images: [{ cid: 'a>\r\nX: y', fileName: 'a.png', png: PICTURE, alternative: '' }] },
  ])('a name of our own that is none stops the mail: %o', async (change) => {
    await expect(compose(change)).rejects.toMatchObject({ code: 'internal' })
  })
})

test('a mail reads no file and fetches nothing, whatever its text', async () => {
  const { parsed } = await compose({ html: 'file:///etc/passwd', text: '/etc/passwd' })
  expect(parsed.html).toContain('file:///etc/passwd')
  expect(parsed.text).toContain('/etc/passwd')
})
