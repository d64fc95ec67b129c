import { describe, expect, test } from 'vitest'
import { barIn, cellContent, linkOf } from '../../../../shared/jobs/export-file/cell-content.ts'

describe('what a cell shows', () => {
  test.each([
    [{}, null],
    [{ numberValue: 0 }, 0],
    [{ boolValue: false }, false],
    [{ stringValue: '' }, null],
    [{ stringValue: '=1+1' }, '=1+1'],
    [{ stringValue: 'a\u0000b\ud800\n' }, 'ab\ufffd\n'],
    [{ stringValue: 'x'.repeat(40_000) }, 'x'.repeat(32_767)],
    [{ errorValue: { type: 'N_A' } }, { error: '#N/A' }],
    [{ errorValue: { type: 'LOADING' } }, '#ERROR!'],
  ])('%j', (effectiveValue, shown) => {
    expect(cellContent({ effectiveValue })).toEqual(shown)
  })
})

describe('a bar', () => {
  const bar = (formulaValue: string) => barIn({ userEnteredValue: { formulaValue } })
  test.each([
    ['=SPARKLINE(D2,{"charttype","bar";"max",1})', { row: 1, column: 3, most: 1, colour: '2B5C9E' }],
    [
      '=SPARKLINE($AB$12, {"charttype","bar" ; "max",2 ; "color1","#f2b48c"})',
      { row: 11, column: 27, most: 2, colour: 'F2B48C' },
    ],
    ['=sparkline(E9;{"charttype"\\"bar";"max"\\1})', { row: 8, column: 4, most: 1, colour: '2B5C9E' }],
    ['=SPARKLINE(D2,{"charttype","bar";"max",1;"color1","red"})', { row: 1, column: 3, most: 1, colour: '2B5C9E' }],
  ])('%s', (formula, expected) => {
    expect(bar(formula)).toEqual(expected)
  })

  test.each(['=SPARKLINE(A1:A9)', '=SPARKLINE(D2,{"charttype","line"})', '=SUM(A1)', 'SPARKLINE', ''])(
    '%s is none',
    (formula) => {
      expect(bar(formula)).toBeNull()
    },
  )
})

describe('a link', () => {
  const link = (uri: string) => linkOf({ textFormatRuns: [{ startIndex: 0, format: { link: { uri } } }] })
  test.each([
    ['#gid=12&range=D34', { sheetId: 12, cell: 'D34' }],
    ['#gid=0&range=$B$2:C9', { sheetId: 0, cell: 'B2' }],
    ['#gid=7', { sheetId: 7, cell: 'A1' }],
    ['https://example.test/', { address: 'https://example.test/' }],
    ['mailto:a@example.test', { address: 'mailto:a@example.test' }],
  ])('%s', (uri, expected) => {
    expect(link(uri)).toEqual(expected)
  })

  test.each(['javascript:alert(1)', 'file:///etc/passwd', '\\\\server\\share', 'data:text/html,x', 'https://'])(
    '%s is not taken over',
    (uri) => {
      expect(link(uri)).toBeNull()
    },
  )
})
