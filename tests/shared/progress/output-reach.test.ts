import { describe, expect, it } from 'vitest'
import type { Target } from '../../../shared/model/plan.ts'
import { factsOf, measured, month, register, rows, target } from './county.ts'

const asOf = '2025-06-11' // period May 2025
const reach = (changes: Partial<Target> = {}) => target({ kind: 'reach', target: 14641, dueOn: '2028-12-31', ...changes })

// Half of the year is usually there by May.
const lastYear = { '2024-05': 5000, '2024-12': 10000 }
const withMay = (outputYtdYuan: number) => ({ asOf, submissions: rows({ A: { ...lastYear, '2025-05': outputYtdYuan } }) })

describe('path', () => {
  it('grows evenly from a fully reported December to the due year', () => {
    // 10000 * (14641 / 10000) ^ (1 / 4) = 10000 * 1.1
    const indicator = measured(withMay(5500), reach())
    expect(indicator.path).toBe(11000)
    expect(factsOf(indicator, 'path-base')).toEqual([{ fact: 'path-base', from: 'december', year: 2024, yuan: 10000 }])
  })

  it('starts from that December rather than from the baseline of the row', () => {
    expect(measured(withMay(5500), reach({ baselineYear: 2021, baseline: 1 })).path).toBe(11000)
  })

  // B was expected in December 2024 and did not report.
  const incomplete = { ...withMay(5500), register: register({}, { reportsUntil: month('2024-12') }) }

  it('starts from the baseline where December was not fully reported', () => {
    // Seen in 2025, three of four years from 2022 to 2026 are over: 10000 * 1.4641 ^ (3 / 4) = 13310.
    const indicator = measured(incomplete, reach({ baselineYear: 2022, baseline: 10000, dueOn: '2026-12-31' }))
    expect(indicator.path).toBe(13310)
    expect(factsOf(indicator, 'path-base')).toEqual([{ fact: 'path-base', from: 'baseline', year: 2022, yuan: 10000 }])
  })

  it.each([
    ['of the year itself', { baselineYear: 2025, baseline: 4000 }],
    ['without a year', { baselineYear: null, baseline: 4000 }],
    ['without a figure', { baselineYear: 2022, baseline: null }],
  ])('does not take a baseline %s, but the incomplete December, and says so', (_, baseline) => {
    const indicator = measured(incomplete, reach(baseline))
    expect(indicator.path).toBe(11000)
    expect(factsOf(indicator, 'path-base')).toMatchObject([{ from: 'incomplete-december', year: 2024, yuan: 10000 }])
  })

  it('is the target where the base is at it or past it', () => {
    for (const figure of [10000, 8000]) {
      const indicator = measured(withMay(1), reach({ target: figure }))
      expect(indicator.path).toBe(figure)
      expect(factsOf(indicator, 'path-at-target')).toHaveLength(1)
    }
  })

  it.each([
    ['no base', { '2025-05': 60 }, 'no-path-base'],
    ['a base of 0', { '2024-12': 0, '2025-05': 60 }, 'path-not-positive'],
  ] as const)('with %s exists in the due year only', (_, figures, fact) => {
    const given = { asOf, submissions: rows({ A: figures }) }
    const before = measured(given, reach({ dueOn: '2026-06-30' }))
    expect(before).toMatchObject({ path: null, pace: null, status: 'no-data', value: 60 })
    expect(factsOf(before, fact)).toHaveLength(1)
    // Due in 2025: 60 / (144 * 5 / 12) = 1.
    expect(measured(given, reach({ dueOn: '2025-12-31', target: 144 }))).toMatchObject({ path: 144, pace: 1, status: 'on-track' })
  })

  it('is the target itself in the due year', () => {
    expect(measured(withMay(5500), reach({ target: 12345, dueOn: '2025-03-31' })).path).toBe(12345)
  })
})

describe('pace', () => {
  // path 11000 * 0.5 = 5500
  it.each([
    [5500, 'on-track'],
    [5499, 'at-risk'],
    [5225, 'at-risk'], // exactly 0.95
    [5224, 'off-track'],
    [0, 'off-track'],
  ])('of %i by May is %s', (output, status) => {
    const indicator = measured(withMay(output), reach())
    expect(indicator.pace).toBeCloseTo(output / 5500, 12)
    expect(indicator.status).toBe(status)
  })

  it('is on track at exactly 1, which a division may miss by a hair', () => {
    // 63 / (108 * 7 / 12) = 63 / 63, in binary 0.9999999999999999.
    const given = { asOf: '2025-08-11', submissions: rows({ A: { '2025-07': 63 } }) }
    const { pace, status } = measured(given, reach({ target: 108, dueOn: '2025-12-31' }))
    expect(pace).toBeLessThan(1)
    expect(status).toBe('on-track')
  })

  it('is judged by the bounds in Settings', () => {
    const given = { ...withMay(5225), settings: { onTrackPace: 0.95, atRiskPace: 0.5 } }
    expect(measured(given, reach()).status).toBe('on-track')
  })

  it('is taken from the estimate', () => {
    // B is carried from April with 40, g = 5500 / 5000 = 1.1: E = 5540 + 4 = 5544. A alone has May and December of 2024 and makes
    // 10000 of 10040: s(5) = 0.5. Due in 2025 the path is the target: 5544 / (11088 * 0.5) = 1.
    const submissions = rows({
      A: { ...lastYear, '2025-04': 5000, '2025-05': 5500 },
      B: { '2024-12': 40, '2025-04': 40 },
    })
    const indicator = measured({ asOf, register: register({}, {}), submissions }, reach({ target: 11088, dueOn: '2025-12-31' }))
    expect(indicator.pace).toBeCloseTo(1, 12)
  })

  it('is unknown when nothing is usually there by the month', () => {
    const submissions = rows({ A: { '2024-05': 0, '2024-12': 10000, '2025-05': 60 } })
    expect(measured({ asOf, submissions }, reach())).toMatchObject({ pace: null, status: 'no-data' })
  })

  it('is no-data without a row of the year', () => {
    expect(measured({ asOf, submissions: rows({ A: lastYear }) }, reach())).toMatchObject({ value: null, status: 'no-data' })
  })

  it('needs a due date', () => {
    const indicator = measured(withMay(99999), reach({ dueOn: null }))
    expect(indicator).toMatchObject({ status: 'no-data', path: null, pace: null, neededPerMonth: null, value: 99999 })
    expect(factsOf(indicator, 'no-due-date')).toHaveLength(1)
  })
})

describe('reached or missed', () => {
  const years = { '2022-12': 70, '2023-12': 100, '2024-12': 90 }
  const row = reach({ target: 100, dueOn: '2025-12-31' })

  it('is achieved by an earlier year since it started', () => {
    const indicator = measured({ asOf, submissions: rows({ A: { ...years, '2025-05': 1 } }) }, row)
    expect(indicator).toMatchObject({ status: 'achieved', neededPerMonth: 0 })
    expect(factsOf(indicator, 'reached-in')).toEqual([{ fact: 'reached-in', year: 2023 }])
  })

  it('is not achieved by a year before it started', () => {
    const given = { asOf, submissions: rows({ A: { ...years, '2025-05': 1 } }) }
    expect(measured(given, { ...row, startsOn: '2024-01-01' }).status).toBe('off-track')
    expect(measured(given, { ...row, startsOn: '2023-12-31' }).status).toBe('achieved')
  })

  it.each([
    [100, 'achieved'],
    [99, 'on-track'],
  ])('with %i by May is %s', (output, status) => {
    const indicator = measured({ asOf, submissions: rows({ A: { '2024-12': 90, '2025-05': output } }) }, row)
    expect(indicator.status).toBe(status)
  })

  it('is not achieved by a month that is not the year’s last and no longer the newest', () => {
    // 100 was read in May of 2024 and corrected down by December.
    const submissions = rows({ A: { '2024-05': 100, '2024-12': 99, '2025-05': 1 } })
    expect(measured({ asOf, submissions }, row).status).toBe('off-track')
  })

  describe('when the due year is over', () => {
    const december = (output: number) => ({ submissions: rows({ A: { '2024-12': 90, '2025-12': output, '2026-02': 100 } }) })

    it('waits for the due date of its December', () => {
      // Everyone has reported December by 5 January, so the period is December; it may still be corrected: 99 / 100 = 0.99.
      expect(measured({ asOf: '2026-01-05', ...december(99) }, row)).toMatchObject({ status: 'at-risk', pace: 0.99 })
      expect(measured({ asOf: '2026-01-11', ...december(99) }, row)).toMatchObject({ status: 'missed', pace: 0.99 })
      expect(measured({ asOf: '2026-01-11', ...december(100) }, row).status).toBe('achieved')
    })

    it('keeps the verdict, whatever the next year brings', () => {
      expect(measured({ asOf: '2026-03-11', ...december(99) }, row)).toMatchObject({
        value: 100,
        status: 'missed',
        path: null,
        pace: null,
      })
      expect(measured({ asOf: '2026-03-11', ...december(100) }, row)).toMatchObject({ status: 'achieved', pace: null })
    })

    it('has no verdict on a year without a row', () => {
      const given = { asOf: '2026-03-11', submissions: rows({ A: { '2026-02': 5 } }) }
      expect(measured(given, row)).toMatchObject({ status: 'no-data', neededPerMonth: null })
    })
  })
})

describe('needed per month', () => {
  const row = reach({ target: 100, dueOn: '2025-12-31' })
  it.each([
    ['2025-06-11', '2025-05', 30, 10], // 70 over 7 months
    ['2025-06-11', '2025-05', 35, 9], // 65 / 7 = 9.29
    ['2025-06-11', '2025-05', 100, 0],
    ['2026-01-11', '2025-12', 90, null],
    ['2026-01-11', '2025-12', 100, 0],
    ['2024-06-11', '2024-05', 30, null], // the year before the due year
  ])('as of %s, with %s at %i, is %s', (day, period, output, needed) => {
    expect(measured({ asOf: day, submissions: rows({ A: { [period]: output } }) }, row).neededPerMonth).toBe(needed)
  })
})

describe('figures of the row', () => {
  it('compares with the target and the stretch, which changes no status', () => {
    // 5500 / 11000, 5500 / 22000
    const indicator = measured(withMay(5500), reach({ target: 11000, stretch: 22000, dueOn: '2025-12-31' }))
    expect(indicator).toMatchObject({ attainment: 0.5, stretchAttainment: 0.25, gap: 5500, status: 'on-track' })
  })

  it('has a negative gap when past it', () => {
    // Reached in a year on the way to 2028.
    expect(measured(withMay(20000), reach())).toMatchObject({ gap: 14641 - 20000, status: 'achieved' })
  })

  it.each([[null], [0], [-1]])('has no verdict on a target of %s', (figure) => {
    const indicator = measured(withMay(5500), reach({ target: figure }))
    expect(indicator).toMatchObject({ value: 5500, attainment: null, gap: null, pace: null, path: null, status: 'no-data' })
    expect(factsOf(indicator, 'no-target')).toHaveLength(1)
  })

  it.each([[null], [0], [11000]])('tracks without a verdict, target %s or not', (figure) => {
    const indicator = measured(withMay(5500), target({ target: figure }))
    expect(indicator).toMatchObject({ value: 5500, attainment: figure ? 0.5 : null, pace: null, path: null, status: 'tracking' })
  })
})
