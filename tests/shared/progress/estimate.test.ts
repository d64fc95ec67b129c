import { describe, expect, it } from 'vitest'
import { factsOf, measured, register, rows, target } from './county.ts'

const asOf = '2025-06-11' // period May 2025

describe('estimate with the late ones', () => {
  it('is the counted output with nobody late', () => {
    const submissions = rows({ A: { '2025-05': 123 }, B: { '2025-05': 77 } })
    expect(measured({ asOf, register: register({}, {}), submissions }, target())).toMatchObject({
      value: 200,
      estimateWithLate: 200,
    })
  })

  it('grows a carried enterprise like those accepted in both months', () => {
    // g since April = (150 + 250) / (120 + 200) = 1.25; D has May only and is not in it. C's 60 of April adds 60 * 0.25 = 15:
    // C(P) = 150 + 250 + 60 + 90 = 550, E = 565.
    const submissions = rows({
      A: { '2025-04': 120, '2025-05': 150 },
      B: { '2025-04': 200, '2025-05': 250 },
      C: { '2025-04': 60 },
      D: { '2025-05': 90 },
    })
    const indicator = measured({ asOf, register: register({}, {}, {}, {}), submissions }, target())
    expect(indicator).toMatchObject({ value: 550, estimateWithLate: 565 })
    expect(factsOf(indicator, 'late-grown')).toEqual([
      { fact: 'late-grown', count: 1, since: 2025 * 12 + 3, factor: 1.25, of: 'scope' },
    ])
  })

  it('takes the growth since the month that each was carried from', () => {
    // g since March = 100 / 50 = 2, since April = 100 / 80 = 1.25: B adds 10 * 1, C adds 20 * 0.25; E = 130 + 15.
    const submissions = rows({
      A: { '2025-03': 50, '2025-04': 80, '2025-05': 100 },
      B: { '2025-03': 10 },
      C: { '2025-04': 20 },
    })
    const indicator = measured({ asOf, register: register({}, {}, {}), submissions }, target())
    expect(indicator).toMatchObject({ value: 130, estimateWithLate: 145 })
    expect(factsOf(indicator, 'late-grown')).toHaveLength(2)
  })

  it('may lie below the counted output', () => {
    // A fell from 100 to 90: g = 0.9, so B's 50 adds -5.
    const submissions = rows({ A: { '2025-04': 100, '2025-05': 90 }, B: { '2025-04': 50 } })
    expect(measured({ asOf, register: register({}, {}), submissions }, target())).toMatchObject({
      value: 140,
      estimateWithLate: 135,
    })
  })

  it('takes a missing enterprise from last year by the growth of the year, typed bases included', () => {
    // h = (120 + 60) / (100 + 50) = 1.2, where B's 50 is the figure typed in its row of May. C of last May: 40 * 1.2 = 48.
    const submissions = rows({
      A: { '2024-05': 100, '2025-05': 120 },
      B: { '2025-05': { outputYtdYuan: 60, outputYtdLastYearYuan: 50 } },
      C: { '2024-05': 40 },
    })
    const indicator = measured({ asOf, register: register({}, {}, {}), submissions }, target())
    expect(indicator).toMatchObject({ value: 180, estimateWithLate: 228 })
    expect(factsOf(indicator, 'late-from-last-year')).toEqual([
      { fact: 'late-from-last-year', count: 1, factor: 1.2, of: 'scope' },
    ])
  })

  it('falls back on the county where the scope has no growth', () => {
    // Nobody of the cluster (B, C) reported. County: g since April = 110 / 100, h = 110 / 55 = 2.
    // B: 30 counted + 30 * 0.1; C: 7 * 2. C(P) = 30, E = 30 + 3 + 14.
    const given = {
      asOf,
      register: register({}, { cluster: 'x' }, { cluster: 'x' }),
      submissions: rows({
        A: { '2024-05': 55, '2025-04': 100, '2025-05': 110 },
        B: { '2025-04': 30 },
        C: { '2024-05': 7 },
      }),
    }
    const indicator = measured(given, target({ scope: 'cluster:x' }))
    expect(indicator).toMatchObject({ value: 30, estimateWithLate: 47 })
    expect(factsOf(indicator, 'late-grown')).toMatchObject([{ of: 'county', factor: 1.1 }])
    expect(factsOf(indicator, 'late-from-last-year')).toMatchObject([{ of: 'county', factor: 2 }])
  })

  it('adds nothing where there is no growth or no base, and says for how many', () => {
    // B has no base of last year; with nobody else reporting there is no g for C either.
    const submissions = rows({ C: { '2025-04': 30 } })
    const indicator = measured({ asOf, register: register({}, {}, {}), submissions }, target())
    expect(indicator).toMatchObject({ value: 30, estimateWithLate: 30 })
    expect(factsOf(indicator, 'late-not-estimated')).toEqual([{ fact: 'late-not-estimated', count: 3 }])
  })

  it('has no growth over a base of 0', () => {
    // A's April was 0: g is unknown, B stays at 30.
    const submissions = rows({ A: { '2025-04': 0, '2025-05': 10 }, B: { '2025-04': 30 } })
    expect(measured({ asOf, register: register({}, {}), submissions }, target()).estimateWithLate).toBe(40)
  })

  it('does not estimate for one that left', () => {
    const given = {
      asOf,
      register: register({}, { reportsUntil: 2025 * 12 + 3 }),
      submissions: rows({ A: { '2025-04': 50, '2025-05': 100 }, B: { '2025-04': 30 } }),
    }
    expect(measured(given, target())).toMatchObject({ value: 130, estimateWithLate: 130, completeness: 1 })
  })

  it('can stand for a scope of which nothing is counted', () => {
    const given = {
      asOf,
      register: register({}, { cluster: 'x' }),
      submissions: rows({ A: { '2024-05': 10, '2025-05': 15 }, B: { '2024-05': 4 } }),
    }
    expect(measured(given, target({ scope: 'cluster:x' }))).toMatchObject({ value: null, estimateWithLate: 6 })
  })

  it('is rounded half up, once', () => {
    // g = 3 / 2; B: 1 + 0.5 = 1.5 with A's 3: 4.5 -> 5.
    const submissions = rows({ A: { '2025-04': 2, '2025-05': 3 }, B: { '2025-04': 1 } })
    expect(measured({ asOf, register: register({}, {}), submissions }, target()).estimateWithLate).toBe(5)
  })
})
