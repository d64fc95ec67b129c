import { describe, expect, it } from 'vitest'
import { factsOf, measured, register, rows, target } from './county.ts'

const asOf = '2025-06-11' // period May 2025
const threeYears = { '2022-05': 30, '2022-12': 100, '2023-05': 40, '2023-12': 100, '2024-05': 50, '2024-12': 100 }

describe('seasonal share and forecast', () => {
  it('is m / 12 without a complete year', () => {
    // 5 / 12; forecast = 50 / (5 / 12) = 120; no range.
    const indicator = measured({ asOf, submissions: rows({ A: { '2025-05': 50 } }) }, target())
    expect(indicator).toMatchObject({ seasonalShare: 5 / 12, forecast: 120, forecastLow: null, forecastHigh: null })
    expect(factsOf(indicator, 'season-even')).toHaveLength(1)
  })

  it('is the mean of the newest three years that serve', () => {
    // (0.5 + 0.4 + 0.3) / 3 = 0.4, 2021's 0.9 being the fourth; 60 / 0.4 = 150, range 60 / 0.5 = 120 to 60 / 0.3 = 200.
    const submissions = rows({ A: { '2021-05': 90, '2021-12': 100, ...threeYears, '2025-05': 60 } })
    const indicator = measured({ asOf, submissions }, target())
    expect(indicator.seasonalShare).toBeCloseTo(0.4, 12)
    expect(indicator).toMatchObject({ forecast: 150, forecastLow: 120, forecastHigh: 200 })
    expect(factsOf(indicator, 'season')).toMatchObject([{ years: [2024, 2023, 2022] }])
  })

  it('passes over a year in which those with both months make less than half', () => {
    // 2024: A has both months with 100, B only December with 101: 100 of 201 is less than half. 2023 then serves alone: no range.
    const submissions = rows({
      A: { '2023-05': 40, '2023-12': 100, '2024-05': 50, '2024-12': 100, '2025-05': 60 },
      B: { '2024-12': 101 },
    })
    const indicator = measured({ asOf, register: register({}, {}), submissions }, target())
    expect(indicator).toMatchObject({ seasonalShare: 0.4, forecastLow: null, forecastHigh: null })
  })

  it('takes a year in which they make exactly half', () => {
    const submissions = rows({ A: { '2024-05': 50, '2024-12': 100, '2025-05': 60 }, B: { '2024-12': 100 } })
    expect(measured({ asOf, register: register({}, {}), submissions }, target())).toMatchObject({ seasonalShare: 0.5 })
  })

  it('has no forecast when nothing is usually there by the month', () => {
    const submissions = rows({ A: { '2023-05': 0, '2023-12': 9, '2024-05': 0, '2024-12': 10, '2025-05': 60 } })
    expect(measured({ asOf, submissions }, target())).toMatchObject({
      seasonalShare: 0,
      forecast: null,
      forecastLow: null,
      forecastHigh: null,
    })
  })

  it('has no range when one of the years had nothing by the month', () => {
    // (0 + 0.5) / 2 = 0.25; 60 / 0.25 = 240.
    const submissions = rows({ A: { '2023-05': 0, '2023-12': 9, '2024-05': 50, '2024-12': 100, '2025-05': 60 } })
    expect(measured({ asOf, submissions }, target())).toMatchObject({
      seasonalShare: 0.25,
      forecast: 240,
      forecastLow: null,
      forecastHigh: null,
    })
  })

  it('uses the year that has just ended only from the day after its December was due', () => {
    // December of 2024 is known to all on 5 January; until 10 January 2024 is not complete and 2023 serves alone.
    const submissions = rows({ A: { '2023-12': 100, '2024-11': 80, '2024-12': 120 } })
    const before = measured({ asOf: '2025-01-05', submissions }, target())
    expect(before).toMatchObject({ value: 120, seasonalShare: 1, forecast: 120 })
    expect(factsOf(before, 'season')).toMatchObject([{ years: [2023] }])
    const after = measured({ asOf: '2025-01-11', submissions }, target())
    expect(factsOf(after, 'season')).toMatchObject([{ years: [2024, 2023] }])
  })

  it('is that of the scope', () => {
    const given = {
      asOf,
      register: register({ cluster: 'x' }, {}),
      submissions: rows({ A: threeYears, B: { '2024-05': 10, '2024-12': 100 } }),
    }
    expect(measured(given, target({ scope: 'cluster:x' })).seasonalShare).toBeCloseTo(0.4, 12)
  })

  it('forecasts from the estimate, not from the counted output', () => {
    // E = 60 + 20 * (60 / 40) = 90 (B carried from April, g = 1.5), C = 80; 90 / (5 / 12) = 216.
    const submissions = rows({ A: { '2025-04': 40, '2025-05': 60 }, B: { '2025-04': 20 } })
    const indicator = measured({ asOf, register: register({}, {}), submissions }, target())
    expect(indicator).toMatchObject({ value: 80, estimateWithLate: 90, forecast: 216 })
  })
})
