import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clipped, harmless, html, safeLink } from '../../../../shared/report/mail/html.ts'
import { HOSTILE_TEXTS } from '../../../support/hostile-texts.ts'

describe('html', () => {
  test('escapes what is put in, in content and in attributes', () => {
    const text = `<b title='x' id="y">&\``
    expect(html`<p title="${text}">${text}</p>`.markup).toBe(
      `<p title="&#60;b title=&#39;x&#39; id=&#34;y&#34;&#62;&#38;&#96;">&#60;b title=&#39;x&#39; id=&#34;y&#34;&#62;&#38;&#96;</p>`,
    )
  })
  test('leaves its own markup, joins lists, and shows nothing for null', () => {
    expect(html`<ul>${['a', 'b'].map((text) => html`<li>${text}</li>`)}${null}${0}</ul>`.markup).toBe(
      '<ul><li>a</li><li>b</li>0</ul>',
    )
  })
  test('an object that looks like markup is text', () => {
    const forged = JSON.parse('{"markup":"<b>"}')
    expect(() => html`${forged}`.markup).toThrow()
  })
  test.each(['__proto__', '$1', '$$'])('%s stays as it is', (text) => {
    expect(html`${text}`.markup).toBe(text)
  })
})

test.each([
  ['a\r\nBcc: x@y', 'a Bcc: x@y'],
  ['a\u2028b\u0085c', 'a b c'],
  ['\u202eevil\u202c \u2066x\u2069', 'evil x'],
  ['a\u0000b\u001b[31mc', 'a b [31mc'],
  [`Z${'\u0301'.repeat(300)}`, `Z${'\u0301'.repeat(4)}`],
  ['a\ud800', 'a\ufffd'],
  ['  平阴 县  ', '平阴 县'],
])('%j becomes %j', (text, expected) => {
  expect(harmless(text)).toBe(expected)
})

test('a text that is harmless stays as it is, and a clipped one is no longer than told', () => {
  const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE_TEXTS))
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 100 }), (text, most) => {
      const clean = harmless(text)
      expect(harmless(clean)).toBe(clean)
      const cut = clipped(text, most)
      expect([...cut].length).toBeLessThanOrEqual(most)
      expect(cut.isWellFormed()).toBe(true)
      expect(cut).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
    }),
  )
})

test.each([
  ['https://docs.google.com/spreadsheets/d/x/edit#gid=1&range=A12', true],
  ['http://127.0.0.1:8080/x', true],
  ['http://localhost/x', true],
  ['http://[::1]:1/x', true],
  ['http://example.com/', false],
  ['http://127.0.0.1.evil.example/', false],
  ['https://user:secret@example.com/', false],
  ['javascript:alert(1)', false],
  ['JaVaScRiPt:alert(1)', false],
  ['data:text/html,x', false],
  ['mailto:x@y', false],
  ['//evil.example', false],
  ['', false],
  [null, false],
])('%s leads anywhere: %s', (address, allowed) => {
  expect(safeLink(address) !== null).toBe(allowed)
})
