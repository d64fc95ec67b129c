import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Failure } from '../../../shared/errors.ts'
import { oneAddress } from '../../../shared/mail/one-address.ts'
import { HOSTILE_TEXTS } from '../../support/hostile-texts.ts'

// security.md S14: what isn't exactly one address is refused before anything leaves.

const refused = (text: string) => {
  try {
    return oneAddress(text, 'To')
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'unusable-address') throw error
    return 'refused'
  }
}

test.each([
  ['zhang@county.example', 'zhang@county.example'],
  ['Zhang.Wei+digest@County.Example', 'Zhang.Wei+digest@county.example'],
  ["o'neil_1-2@a-b.co.uk", "o'neil_1-2@a-b.co.uk"],
  ['wang@例子.中国', 'wang@xn--fsqu00a.xn--fiqs8s'],
  ['wang@BÜCHER.example', 'wang@xn--bcher-kva.example'],
  [`${'a'.repeat(64)}@county.example`, `${'a'.repeat(64)}@county.example`],
])('%s is one address', (text, address) => {
  expect(oneAddress(text, 'To')).toBe(address)
})

describe('refused', () => {
  test.each([
    ['two, by a semicolon', 'a@x.example;b@y.example'],
    ['two, by a comma', 'a@x.example,b@y.example'],
    ['two, by a space', 'a@x.example b@y.example'],
    ['two, by a full-width semicolon', 'a@x.example；b@y.example'],
    ['two, by an ideographic comma', 'a@x.example、b@y.example'],
    ['a group', 'all:a@x.example,b@y.example;'],
    ['an empty group', 'undisclosed-recipients:;'],
    ['a display name', 'Zhang <a@x.example>'],
    ['angle brackets', '<a@x.example>'],
    ['a source route', '@y.example:a@x.example'],
    ['a percent route', 'a%y.example@x.example@z.example'],
    ['a quoted local part', '"a b"@x.example'],
    ['a quoted second address', '"a@y.example,"@x.example'],
    ['a comment', 'a(b@y.example)@x.example'],
    ['a comment in the domain', 'a@x.example(comment)'],
    ['a carriage return', 'a@x.example\rb'],
    ['a line feed', 'a@x.example\nBcc: b@y.example'],
    ['both', 'a@x.example\r\nRCPT TO:<b@y.example>'],
    ['a line separator', 'a@x.example\u2028b@y.example'],
    ['NUL', 'a@x.example\u0000'],
    ['a final line feed', 'a@x.example\n'],
    ['spaces around it', ' a@x.example '],
    ['a right-to-left override', 'a@\u202eelpmaxe.x'],
    ['a zero-width space', 'a@x\u200b.example'],
    ['an encoded word', '=?utf-8?Q?a?=@x.example@y.example'],
    ['letters beyond ASCII before the @', '张@x.example'],
    ['a domain literal', 'a@[127.0.0.1]'],
    ['an IPv4 address', 'a@127.0.0.1'],
    ['an IPv4 address in short', 'a@0x7f.1'],
    ['a host without a domain', 'root@localhost'],
    ['percent encoding in the domain', 'a@ex%61mple.example'],
    ['an empty label', 'a@x..example'],
    ['a final dot', 'a@x.example.'],
    ['a hyphen at the edge', 'a@-x.example'],
    ['two dots before the @', 'a..b@x.example'],
    ['a dot first', '.a@x.example'],
    ['no @', 'x.example'],
    ['nothing', ''],
    ['too long before the @', `${'a'.repeat(65)}@x.example`],
    ['too long', `a@${'b'.repeat(60)}.${'b'.repeat(60)}.${'b'.repeat(60)}.${'b'.repeat(60)}.${'b'.repeat(20)}`],
  ])('%s', (_, text) => {
    expect(refused(text)).toBe('refused')
  })

  test('every hostile text, alone and around an address', () => {
    for (const text of HOSTILE_TEXTS.filter((text) => !/^[\w.+-]*$/.test(text)))
      for (const around of [text, `${text}@x.example`, `a@x.example${text}`])
        expect(refused(around)).toSatisfy((result: string) => result === 'refused' || isPlain(result))
  })

  test('whatever is let through is plain', () => {
    const sign = fc.constantFrom(...'ab@.,;:<>()"\\ \r\n\u2028%=?[]张ü-')
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 30 }), (text) => {
        const result = refused(text)
        expect(result === 'refused' || isPlain(result)).toBe(true)
      }),
      { numRuns: 5_000, seed: 14 },
    )
  })
})

test('the failure names the header, not the address', () => {
  expect(() => oneAddress('secret@x.example;b@y.example', 'Reply-To')).toThrow(
    expect.objectContaining({ message: 'unusable-address; header: Reply-To', fault: 'spreadsheet' }),
  )
})

/** One @, and nothing that a header or a command could take for more than one word. */
const isPlain = (address: string): boolean => /^[^\s@<>()[\]\\,;:"]+@[a-z0-9.-]+$/.test(address)
