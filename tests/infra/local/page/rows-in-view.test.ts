import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RowHeights } from '../../../../infra/local/page/client/row-heights.ts'
import { rowsInView } from '../../../../infra/local/page/client/rows-in-view.ts'
import type { TabLayout } from '../../../../infra/local/page/protocol.ts'

const USUAL = new RowHeights([])
const layout = (rowCount: number, frozenRows: number) => ({ rowCount, frozenRows }) as TabLayout

test.each([
  ['nothing known yet', null, 0, [0, 0, 0]],
  ['the beginning', layout(1_000, 1), 0, [1, 1, 34]],
  ['the middle', layout(1_000, 1), 2_400, [1, 93, 134]],
  ['the end', layout(110, 1), 2_040, [1, 78, 110]],
  ['fewer rows than are frozen', layout(2, 5), 0, [2, 2, 2]],
])('%s', (_name, of, top, [frozen, first, last]) => {
  expect(rowsInView({ top, height: 600 }, of, USUAL)).toEqual({ frozen, frozenHeight: frozen! * 24, first, last })
})

test('every row that is seen is drawn, whatever the heights', () => {
  const heights = fc.uniqueArray(fc.tuple(fc.nat(199), fc.nat(120)), { selector: ([row]) => row })
  fc.assert(
    fc.property(heights, fc.nat(3), fc.nat(6_000), fc.integer({ min: 1, max: 900 }), (uneven, frozenRows, top, height) => {
      const rows = new RowHeights(uneven.sort(([one], [other]) => one - other))
      const { frozen, frozenHeight, first, last } = rowsInView({ top, height }, layout(200, frozenRows), rows)
      for (let row = frozen; row < 200; row++) {
        const isSeen = rows.top(row + 1) > top + frozenHeight && rows.top(row) < top + frozenHeight + height
        if (isSeen) expect(row >= first && row < last).toBe(true)
      }
    }),
  )
})
