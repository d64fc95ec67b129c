import { expect, test } from 'vitest'
import { repeatToFill } from '../../../../infra/local/page/client/repeat-to-fill.ts'

const sized = (rows: number, columns: number) => ({ startRow: 3, endRow: 3 + rows, startColumn: 1, endColumn: 1 + columns })

test.each([
  ['one cell fills all of it', [['a']], sized(2, 3), ['aaa', 'aaa']],
  ['a block that fits twice each way', [['a', 'b']], sized(2, 4), ['abab', 'abab']],
  ['a block that fits downwards only', [['a', 'b'], ['c']], sized(4, 3), ['ab', 'c', 'ab', 'c']],
  ['a block that fits neither way', [['a', 'b'], ['c']], sized(3, 3), ['ab', 'c']],
  ['a block that is larger', [['a', 'b']], sized(1, 1), ['ab']],
])('%s', (_name, rows, area, filled) => {
  expect(repeatToFill(rows, area).map((row) => row.join(''))).toEqual(filled)
})

test('too large an area is not filled', () => {
  expect(repeatToFill([['a']], sized(20_000, 1))).toHaveLength(20_000)
  expect(repeatToFill([['a']], sized(20_001, 1))).toEqual([['a']])
})
