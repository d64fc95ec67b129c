import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseObject } from '../../../functions/http/parse-object.ts'

// security.md S08.

describe('refused', () => {
  test.each([
    ['a list', '[]'],
    ['a text', '"x"'],
    ['null', 'null'],
    ['a number', '7'],
    ['cut off', '{"a":'],
    ['words', 'asOf=2025-01-01'],
    ['a name twice', '{"a":1,"b":2,"a":3}'],
    ['a name twice, written otherwise', '{"a":1,"\\u0061":3}'],
    ['a name twice, deeper', '{"x":{"a":1,"a":1}}'],
    ['a name twice, in a list', '{"x":[{"a":1,"a":1}]}'],
    ['__proto__', '{"__proto__":{"polluted":true}}'],
    ['__proto__, written otherwise', '{"\\u005f_proto__":1}'],
    ['100,000 levels of lists', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['100,000 levels of objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['100,000 levels that never close', '['.repeat(100_000)],
    ['only quotes', '"'.repeat(250_000)],
    ['only colons', ':'.repeat(250_000)],
  ])('%s', (_name, text) => {
    expect(() => parseObject(text)).toThrow(/^not-json/)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})

test('any object comes through as JSON.parse reads it, if it is not deep', () => {
  const value = fc.oneof(fc.string({ unit: 'grapheme' }), fc.double(), fc.boolean(), fc.constant(null), fc.array(fc.string()))
  const name = fc.string({ unit: 'grapheme' }).filter((text) => text !== '__proto__')
  fc.assert(
    fc.property(fc.dictionary(name, fc.oneof(value, fc.dictionary(name, value))), fc.boolean(), (object, indented) => {
      const text = JSON.stringify(object, null, indented ? 1 : 0)
      expect(parseObject(text)).toEqual(JSON.parse(text))
    }),
  )
})

test('nothing is an empty object', () => {
  expect(parseObject('')).toEqual({})
  expect(parseObject(' \n')).toEqual({})
})
