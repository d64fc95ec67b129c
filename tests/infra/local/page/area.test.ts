import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contains, fillArea, isSameArea, overlaps, union, usedPart } from '../../../../infra/local/page/client/area.ts'
import { areaOf } from '../../../../infra/local/page/client/selection.ts'

/** B3:C5 */
const SOURCE = { startRow: 2, endRow: 5, startColumn: 1, endColumn: 3 }

const place = fc.record({ row: fc.nat(20), column: fc.nat(20) })
const area = fc.record({ active: place, end: place }).map(areaOf)

test.each([
  ['within', { row: 4, column: 2 }, null],
  ['below', { row: 7, column: 2 }, { ...SOURCE, endRow: 8 }],
  ['above', { row: 0, column: 1 }, { ...SOURCE, startRow: 0 }],
  ['at the right', { row: 2, column: 3 }, { ...SOURCE, endColumn: 4 }],
  ['at the left', { row: 3, column: 0 }, { ...SOURCE, startColumn: 0 }],
  ['farther down than right', { row: 9, column: 4 }, { ...SOURCE, endRow: 10 }],
  ['farther right than up', { row: 1, column: 6 }, { ...SOURCE, endColumn: 7 }],
  ['as far down as right', { row: 6, column: 4 }, { ...SOURCE, endRow: 7 }],
])('filling to a place %s', (_name, to, filled) => {
  expect(fillArea(SOURCE, to)).toEqual(filled)
})

test('filling keeps the source, reaches the place along one axis, and changes nothing from within', () => {
  fc.assert(
    fc.property(area, place, (source, to) => {
      const filled = fillArea(source, to)
      expect(filled === null).toBe(contains(source, to))
      if (!filled) return
      expect(isSameArea(union(source, filled), filled)).toBe(true)
      const down = filled.startRow !== source.startRow || filled.endRow !== source.endRow
      const across = filled.startColumn !== source.startColumn || filled.endColumn !== source.endColumn
      expect(down).not.toBe(across)
      expect(contains(filled, down ? { ...to, column: source.startColumn } : { ...to, row: source.startRow })).toBe(true)
    }),
  )
})

describe('two areas', () => {
  test.each([
    ['side by side', { startRow: 2, endRow: 5, startColumn: 3, endColumn: 4 }, false],
    ['one above the other', { startRow: 0, endRow: 2, startColumn: 1, endColumn: 3 }, false],
    ['corner over corner', { startRow: 4, endRow: 9, startColumn: 2, endColumn: 9 }, true],
    ['one inside the other', { startRow: 3, endRow: 4, startColumn: 1, endColumn: 2 }, true],
  ])('%s', (_name, other, expected) => {
    expect([overlaps(SOURCE, other), overlaps(other, SOURCE)]).toEqual([expected, expected])
  })

  test('overlap where both contain some place; their union contains what either does', () => {
    fc.assert(
      fc.property(area, area, place, (one, other, at) => {
        if (contains(one, at) && contains(other, at)) expect(overlaps(one, other)).toBe(true)
        if (contains(one, at) || contains(other, at)) expect(contains(union(one, other), at)).toBe(true)
      }),
    )
  })
})

test.each([
  ['all of it in use', 9, 5],
  ['its last row not in use', 4, 4],
  ['all of it below what is in use', 1, 3],
  ['nothing known of use', undefined, 5],
])('the used part of an area, %s', (_name, usedRows, endRow) => {
  expect(usedPart(SOURCE, usedRows)).toEqual({ ...SOURCE, endRow })
})
