import { expect, it } from 'vitest'
import { displayText } from '../../../../infra/local/google-apis/display.ts'
import { formatNumber } from '../../../../infra/local/google-apis/number-format.ts'
import { parseEntry } from '../../../../infra/local/google-apis/parse-entry.ts'

it.each([
  [1234.5, '#,##0.00', '1,234.50'],
  [-1234.5, '#,##0.00', '-1,234.50'],
  [0.125, '0.0%', '12.5%'],
  [0.125, '0%', '13%'],
  [1.005, '0.00', '1.01'],
  [5, '000', '005'],
  [0.5, '#.##', '.5'],
  [1234567, '#,##0,"k"', '1,235k'],
  [-3, '0;(0)', '(3)'],
  [0, '0;-0;"none"', 'none'],
  [12345, '0.00E+00', '1.23E+04'],
  [3, '"¥"#,##0', '¥3'],
  [-3, '[Red]0', '-3'],
  [43831, 'yyyy-mm-dd', '2020-01-01'],
  [43831.75, 'yyyy-mm-dd hh:mm', '2020-01-01 18:00'],
  [43831.75, 'd mmm yyyy h:mm am/pm', '1 Jan 2020 6:00 PM'],
  [1.5, '[h]:mm', '36:00'],
  [43831, 'yyyy"年"m"月"', '2020年1月'],
  [43831, 'dddd', 'Wednesday'],
])('%d as %s is %s', (value, pattern, text) => {
  expect(formatNumber(value, pattern)).toBe(text)
})

it('uses the separators of the locale', () => {
  expect(formatNumber(1234.5, '#,##0.0', 'de_DE')).toBe('1.234,5')
})

it.each([
  [2, '2'],
  [1 / 1024, '0.0009765625'],
  [1 / 3, '0.3333333333'],
  [1234567.891234, '1234567.891'],
  [0.1 + 0.2, '0.3'],
  [1e20, '1E+20'],
  [-0, '0'],
  [true, 'TRUE'],
])('%d without a format is %s', (value, text) => {
  expect(displayText(value, undefined, 'en_US')).toBe(text)
})

it.each([
  ['2,000,000.01', 2_000_000.01, '#,##0.00'],
  ['12', 12, undefined],
  ['12%', 0.12, '0%'],
  ['-3.5', -3.5, undefined],
  ['(5)', -5, undefined],
  ['$5', 5, '"$"#,##0'],
  ['2020-01-01', 43831, 'yyyy-mm-dd'],
  ['1/31/2020', 43861, 'm/d/yyyy'],
  ['2020-01-01 12:00', 43831.5, 'yyyy-mm-dd h:mm'],
  ['1:30', 0.0625, 'h:mm'],
  ['2020-13-01', '2020-13-01', undefined],
  ['3_1_0', '3_1_0', undefined],
  ['1,2', '1,2', undefined],
  ["'5", '5', undefined],
  ['true', true, undefined],
])('typing %s makes %s', (text, value, pattern) => {
  const entry = parseEntry(text, 'en_US')
  expect(entry.value).toBe(value)
  expect(entry.numberFormat?.pattern).toBe(pattern)
})

it('reads typed dates in the order of the locale', () => {
  expect(parseEntry('31/1/2020', 'fr_FR').value).toBe(43861)
  expect(parseEntry('=SUM(A1)', 'en_US')).toEqual({ formula: '=SUM(A1)' })
})
