import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boxOf, chartBox, columnLefts, GUTTER, HEAD } from '../../../../infra/local/page/client/grid-geometry.ts'
import { RowHeights } from '../../../../infra/local/page/client/row-heights.ts'
import type { ChartState } from '../../../../infra/local/page/protocol.ts'

/** Columns A to C, B hidden; row 2 twice as high as the others, row 4 hidden. */
const LEFTS = columnLefts([100, 0, 40])
const HEIGHTS = new RowHeights([
  [1, 48],
  [3, 0],
])

test('columns begin where those before them end', () => {
  expect(LEFTS).toEqual([0, 100, 100, 140])
  expect(columnLefts([])).toEqual([0])
})

test.each([
  ['A1', [0, 1, 0, 1], [0, 0, 100, 24]],
  ['A2:C3', [1, 3, 0, 3], [0, 24, 140, 72]],
  ['B4, which is hidden', [3, 4, 1, 2], [100, 96, 0, 0]],
  ['C5, with a column that is no longer there', [4, 5, 2, 4], [100, 96, 40, 24]],
] as const)('%s', (_name, [startRow, endRow, startColumn, endColumn], [left, top, width, height]) => {
  expect(boxOf({ startRow, endRow, startColumn, endColumn }, LEFTS, HEIGHTS)).toEqual({
    left: GUTTER + left,
    top: HEAD + top,
    width,
    height,
  })
})

test('the boxes of cells side by side touch, and make up that of their area', () => {
  const widths = fc.array(fc.nat(300), { minLength: 2, maxLength: 8 })
  fc.assert(
    fc.property(widths, fc.nat(100), fc.array(fc.nat(90), { minLength: 2, maxLength: 8 }), (wide, first, tall) => {
      const lefts = columnLefts(wide)
      const heights = new RowHeights(tall.map((pixels, row) => [first + row, pixels]))
      const [endRow, endColumn] = [first + tall.length, wide.length]
      const whole = boxOf({ startRow: first, endRow, startColumn: 0, endColumn }, lefts, heights)
      let [left, top] = [whole.left, whole.top]
      for (const [column, width] of wide.entries()) {
        const cell = boxOf({ startRow: first, endRow, startColumn: column, endColumn: column + 1 }, lefts, heights)
        expect([cell.left, cell.width]).toEqual([left, width])
        left += width
      }
      for (const [row, height] of tall.entries()) {
        const at = { startRow: first + row, endRow: first + row + 1, startColumn: 0, endColumn }
        const cell = boxOf(at, lefts, heights)
        expect([cell.top, cell.height]).toEqual([top, height])
        top += height
      }
      expect([left - whole.left, top - whole.top]).toEqual([whole.width, whole.height])
    }),
  )
})

test('a chart lies at its offsets from the corner of its cell', () => {
  const chart = { row: 2, column: 2, offsetX: 5, offsetY: 7, width: 400, height: 272 } as ChartState
  expect(chartBox(chart, LEFTS, HEIGHTS)).toEqual({ left: GUTTER + 105, top: HEAD + 79, width: 400, height: 272 })
})
