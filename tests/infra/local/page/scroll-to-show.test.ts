import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GUTTER, HEAD } from '../../../../infra/local/page/client/grid-geometry.ts'
import { scrollToShow } from '../../../../infra/local/page/client/scroll-to-show.ts'

/** Scrolled to the middle; one frozen row. */
const NOW = { scrollTop: 1_000, scrollLeft: 500, clientHeight: 600, clientWidth: 800 }
const FROZEN = 24

test.each([
  ['in view', { left: 600, top: 1_200, width: 100, height: 24 }, false, [1_000, 500]],
  ['under the frozen row', { left: 600, top: 1_040, width: 100, height: 24 }, false, [992, 500]],
  ['below', { left: 600, top: 1_590, width: 100, height: 24 }, false, [1_014, 500]],
  ['behind the row numbers', { left: 540, top: 1_200, width: 100, height: 24 }, false, [1_000, 488]],
  ['at the right', { left: 1_250, top: 1_200, width: 100, height: 24 }, false, [1_000, 550]],
  ['wider than the view', { left: 600, top: 1_200, width: 900, height: 24 }, false, [1_000, 548]],
  ['in the frozen row', { left: 600, top: 24, width: 100, height: 24 }, true, [1_000, 500]],
])('a cell %s', (_name, box, isFrozen, [top, left]) => {
  expect(scrollToShow(box, NOW, FROZEN, isFrozen)).toEqual({ top, left })
})

test('a cell that fits is seen whole afterwards, and showing it once more moves nothing', () => {
  const edge = fc.integer({ min: 100, max: 3_000 })
  const size = fc.integer({ min: 1, max: 500 })
  fc.assert(
    fc.property(fc.record({ left: edge, top: edge, width: size, height: size }), edge, edge, (box, scrollTop, scrollLeft) => {
      const { top, left } = scrollToShow(box, { ...NOW, scrollTop, scrollLeft }, FROZEN, false)
      expect(box.top).toBeGreaterThanOrEqual(top + HEAD + FROZEN)
      expect(box.top + box.height).toBeLessThanOrEqual(top + NOW.clientHeight)
      expect(box.left).toBeGreaterThanOrEqual(left + GUTTER)
      expect(box.left + box.width).toBeLessThanOrEqual(left + NOW.clientWidth)
      expect(scrollToShow(box, { ...NOW, scrollTop: top, scrollLeft: left }, FROZEN, false)).toEqual({ top, left })
    }),
  )
})
