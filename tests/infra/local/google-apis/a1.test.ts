import { describe, expect, it } from 'vitest'
import { areaText, clipped, columnIndex, columnLetters, parseRange, quotedTitle } from '../../../../infra/local/google-apis/a1.ts'
import { Sheet } from '../../../../infra/local/google-apis/sheet.ts'
import { Spreadsheet } from '../../../../infra/local/google-apis/spreadsheet.ts'

const spreadsheet = new Spreadsheet('x', {}, { now: () => 0, randomId: () => 7 })
spreadsheet.sheets = [
  new Sheet(0, 'Sheet1'),
  new Sheet(1, 'D3', { rowCount: 4, columnCount: 4 }),
  new Sheet(2, "Jo's plan", { rowCount: 9, columnCount: 3 }),
]
spreadsheet.sheets = [...spreadsheet.sheets, new Sheet(3, 'S', { rowCount: 2, columnCount: 2 })]
spreadsheet.namedRanges = [
  {
    namedRangeId: '1',
    name: 'Goals',
    range: { sheetId: 2, startRowIndex: 1, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 2 },
  },
]

describe('parseRange', () => {
  it.each([
    ['Sheet1', 'Sheet1!A1:Z1000'],
    ["'D3'", "'D3'!A1:D4"],
    ['D3', 'Sheet1!D3'],
    ['S', 'S!A1:B2'],
    ['sheet1!b2', 'Sheet1!B2'],
    ["'Sheet1'!A1:1", 'Sheet1!A1:Z1'],
    ['Sheet1!A1:C', 'Sheet1!A1:C1000'],
    ['Sheet1!D4:A1', 'Sheet1!A1:D4'],
    ['Sheet1!2:3', 'Sheet1!A2:Z3'],
    ['Sheet1!B:B', 'Sheet1!B1:B1000'],
    ['Sheet1!$A$1:$B$2', 'Sheet1!A1:B2'],
    ["'Jo''s plan'!A1:Z99", "'Jo''s plan'!A1:C9"],
    ['Goals', "'Jo''s plan'!A2:B3"],
  ])('%s is %s', (text, expected) => {
    const named = parseRange(text, spreadsheet)
    expect(areaText(named.sheet.title, clipped(named))).toBe(expected)
  })

  it.each(['Nope!A1', 'Sheet1!A0', 'Sheet1!', 'no such name', 'Sheet1!A1:B2:C3'])('%s is refused', (text) => {
    expect(() => parseRange(text, spreadsheet)).toThrow(`Unable to parse range: ${text}`)
  })

  it('refuses a start outside of the grid', () => {
    expect(() => clipped(parseRange('Sheet1!A5000:B5001', spreadsheet))).toThrow(
      'Range (Sheet1!A5000:B5001) exceeds grid limits. Max rows: 1000, max columns: 26',
    )
  })
})

it.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
  [18_277, 'ZZZ'],
])('column %i is %s', (index, letters) => {
  expect(columnLetters(index)).toBe(letters)
  expect(columnIndex(letters)).toBe(index)
})

it.each([
  ['Sheet1', 'Sheet1'],
  ['D3', "'D3'"],
  ['a b', "'a b'"],
  ['目标', '目标'],
  ["it's", "'it''s'"],
  ['R1C1', "'R1C1'"],
])('title %s is written %s', (title, text) => {
  expect(quotedTitle(title)).toBe(text)
})
