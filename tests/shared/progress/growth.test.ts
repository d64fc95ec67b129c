import { describe, expect, it } from 'vitest'
import { factsOf, measured, register, rows, target } from './county.ts'

const asOf = '2025-06-11' // period May 2025

describe('year on year, same scope', () => {
  it('compares those accepted in both months', () => {
    // A 120 / 100; B is new and C is late, so neither counts.
    const submissions = rows({ A: { '2024-05': 100, '2025-05': 120 }, B: { '2025-05': 50 }, C: { '2024-05': 70, '2025-04': 80 } })
    const indicator = measured({ asOf, register: register({}, {}, {}), submissions }, target())
    expect(indicator.yearOnYear).toBeCloseTo(0.2, 12)
    expect(factsOf(indicator, 'year-on-year')).toEqual([{ fact: 'year-on-year', enterprises: 1, typedBases: 0 }])
  })

  it('takes the figure of last year in the row where last year’s row is absent, and only there', () => {
    // (120 + 60) / (100 + 40) - 1: A's own row of last year stands against the typed 999, B has none.
    const submissions = rows({
      A: { '2024-05': 100, '2025-05': { outputYtdYuan: 120, outputYtdLastYearYuan: 999 } },
      B: { '2025-05': { outputYtdYuan: 60, outputYtdLastYearYuan: 40 } },
    })
    const indicator = measured({ asOf, register: register({}, {}), submissions }, target())
    expect(indicator.yearOnYear).toBeCloseTo(180 / 140 - 1, 12)
    expect(factsOf(indicator, 'year-on-year')).toEqual([{ fact: 'year-on-year', enterprises: 2, typedBases: 1 }])
  })

  it.each([
    ['0', 0],
    ['below 0', -5],
  ])('is null over a base that is %s', (_, base) => {
    const submissions = rows({ A: { '2024-05': base, '2025-05': 120 } })
    expect(measured({ asOf, submissions }, target()).yearOnYear).toBeNull()
  })
})

describe('month on month', () => {
  it('compares the month values of those that have both', () => {
    // May: A 100 - 70 = 30, April: 70 - 45 = 25: 30 / 25. B lacks March, so it has no April value.
    const submissions = rows({
      A: { '2025-03': 45, '2025-04': 70, '2025-05': 100 },
      B: { '2025-04': 10, '2025-05': 90 },
    })
    const indicator = measured({ asOf, register: register({}, {}), submissions }, target())
    expect(indicator.monthOnMonth).toBeCloseTo(0.2, 12)
    expect(factsOf(indicator, 'month-on-month')).toEqual([{ fact: 'month-on-month', enterprises: 1 }])
  })

  it('is null where the month before brought nothing', () => {
    const submissions = rows({ A: { '2025-03': 70, '2025-04': 70, '2025-05': 100 } })
    expect(measured({ asOf, submissions }, target()).monthOnMonth).toBeNull()
  })

  // December 60 (600 - 540), January 50, February 45 (95 - 50), March 54 (149 - 95), April 27.
  const separate = { '2024-11': 540, '2024-12': 600, '2025-01': 50, '2025-02': 95, '2025-03': 149, '2025-04': 176 }
  it.each([
    ['2025-02-11', 50 / 60 - 1],
    ['2025-03-11', 45 / 50 - 1],
    ['2025-04-11', 54 / 45 - 1],
  ])('with January on its own, as of %s', (day, expected) => {
    expect(measured({ asOf: day, submissions: rows({ A: separate }) }, target()).monthOnMonth).toBeCloseTo(expected, 12)
  })

  const { '2025-01': _january, ...merged } = separate
  it.each([
    ['2025-02-11', null], // January: nothing
    ['2025-03-11', null], // February covers two months
    ['2025-04-11', null], // March has February before it
    ['2025-05-11', 27 / 54 - 1],
  ])('with January merged into February, as of %s', (day, expected) => {
    const given = { asOf: day, settings: { janFeb: 'merged' as const }, submissions: rows({ A: merged }) }
    const { monthOnMonth } = measured(given, target())
    if (expected === null) expect(monthOnMonth).toBeNull()
    else expect(monthOnMonth).toBeCloseTo(expected, 12)
  })

  it('keeps growth out of counts', () => {
    const indicator = measured(
      { asOf, submissions: rows({ A: { '2025-05': 1 } }) },
      target({ measure: 'above-scale', unit: '家' }),
    )
    expect(indicator).toMatchObject({ yearOnYear: null, monthOnMonth: null, seasonalShare: null, trailingTwelveMonths: null })
  })
})
