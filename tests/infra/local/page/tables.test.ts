import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatTsv, parseTsv } from '../../../../infra/local/page/client/tsv.ts'
import { fillSeries } from '../../../../infra/local/page/server/fill-series.ts'
import { refusalOf } from '../../../../infra/local/page/server/guard.ts'

describe('blocks of the clipboard', () => {
  test.each([
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a\t\n\tb',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['"two\nlines"\t"say ""hi"""', [['two\nlines', 'say "hi"']]],
    ['"not closed\tb', [['"not closed', 'b']]],
    ['"half" quoted\tb', [['"half" quoted', 'b']]],
    ['one', [['one']]],
    ['', [['']]],
  ])('%j', (text, rows) => {
    expect(parseTsv(text)).toEqual(rows)
  })

  test('what is copied is pasted as it was', () => {
    const rectangle = fc.integer({ min: 1, max: 4 }).chain((width) =>
      fc.array(
        fc.array(fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '\r', '甲') }), {
          minLength: width,
          maxLength: width,
        }),
        { minLength: 1 },
      ),
    )
    fc.assert(
      fc.property(rectangle, (rows) => {
        expect(parseTsv(`${formatTsv(rows)}\r\n`)).toEqual(rows)
      }),
    )
  })
})

test.each([
  [['2025-11'], 3, 1, ['2025-12', '2026-01', '2026-02']],
  [['2025-02'], 2, -1, ['2025-01', '2024-12']],
  [['2025-01', '2025-04'], 2, 1, ['2025-07', '2025-10']],
  [['1', '2.5'], 2, 1, ['4', '5.5']],
  [['3', '2'], 2, -1, ['4', '5']],
  [['7'], 2, 1, ['7', '7']],
  [['厂甲', '厂乙'], 3, 1, ['厂甲', '厂乙', '厂甲']],
  [['1', '2', '4'], 2, 1, ['1', '2']],
  [['2025-13'], 1, 1, ['2025-13']],
] as const)('filling %j on', (source, count, step, filled) => {
  expect(fillSeries(source, count, step)).toEqual(filled)
})

describe('who is served', () => {
  const own = { host: '127.0.0.1:8080' }
  const origin = 'http://127.0.0.1:8080'
  test.each([
    ['the page itself', 'GET', own, true],
    ['by the other name of this machine', 'GET', { host: 'localhost:8080' }, true],
    ['an edit of the page', 'POST', { ...own, origin, 'sec-fetch-site': 'same-origin' }, true],
    ['a name that points here', 'GET', { host: 'evil.example:8080' }, false],
    ['another port', 'GET', { host: '127.0.0.1:8081' }, false],
    ['no name', 'GET', {}, false],
    ['a form of another origin', 'POST', { ...own, origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' }, false],
    ['a sandboxed frame', 'POST', { ...own, origin: 'null' }, false],
    ['a page on another port', 'POST', { ...own, origin: 'http://127.0.0.1:9', 'sec-fetch-site': 'same-site' }, false],
    ['an edit that says nothing of where it comes from', 'POST', own, false],
    ['reading by another origin', 'GET', { ...own, origin: 'http://evil.example' }, false],
  ])('%s', (_name, method, headers, served) => {
    expect(refusalOf({ method, headers }, 8080) === null).toBe(served)
  })
})
