import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { roundYuan, scaleDecimal, tenThousandFromYuan, yuanFromTenThousand } from '../../../shared/model/money.ts'

describe('money', () => {
  test.each([
    [1.005, 10_050],
    [0.1 + 0.2, 3000],
    [1234.56785, 12_345_679],
    [1.00005, 10_001],
    [1.00004999, 10_000],
    [0.00005, 1],
    [0.00004, 0],
    [-0.00005, -1],
    [-0, 0],
    [-0.00001, 0],
    [1e-9, 0],
    [123_456_789.1234, 1_234_567_891_234],
    [1e10, 1e14],
  ])('%d of 10,000 yuan are %d yuan', (typed, yuan) => expect(Object.is(yuanFromTenThousand(typed), yuan)).toBe(true))

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1e12, 1e308])('%d is beyond what is exact', (typed) =>
    expect(yuanFromTenThousand(typed)).toBeNull(),
  )

  test('half up by the decimal text, where binary multiplication errs', () => {
    expect(Math.round(1.005 * 100)).toBe(100)
    expect(scaleDecimal(1.005, 2)).toBe(101)
    expect(scaleDecimal(-1.005, 2)).toBe(-101)
  })

  test('there and back is the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e14, max: 1e14 }), (yuan) => {
        expect(yuanFromTenThousand(tenThousandFromYuan(yuan))).toBe(yuan)
      }),
    )
  })

  test('agrees with integer arithmetic on the decimal text', () => {
    fc.assert(
      fc.property(fc.nat(999_999), fc.nat(99_999_999), (whole, eighths) => {
        const fraction = String(eighths).padStart(8, '0')
        const exact = BigInt(whole) * 10_000n + (BigInt(fraction) + 5000n) / 10_000n
        expect(scaleDecimal(Number(`${whole}.${fraction}`), 4)).toBe(Number(exact))
      }),
      { numRuns: 1000 },
    )
  })

  test('a quotient is rounded half up, never to -0', () => {
    expect([2.5, 2.4, -0.4].map(roundYuan)).toEqual([3, 2, 0])
  })
})
