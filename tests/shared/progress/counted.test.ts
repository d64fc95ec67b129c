import { describe, expect, it } from 'vitest'
import { measureProgress } from '../../../shared/progress/measure-progress.ts'
import { outputByMonth } from '../../../shared/progress/series.ts'
import { county, factsOf, measured, month, register, rows, target } from './county.ts'

const asOf = '2025-06-11' // period May 2025

describe('who is counted', () => {
  // A reported May; B is carried from March; C has no row of 2025 (last year's is not carried over);
  // D left in February with 40, kept in the total; E comes in June.
  const given = {
    asOf,
    register: register({}, {}, {}, { reportsUntil: month('2025-02') }, { reportsFrom: month('2025-06') }),
    submissions: rows({
      A: { '2025-04': 80, '2025-05': 100 },
      B: { '2025-02': 20, '2025-03': 30 },
      C: { '2024-12': 999 },
      D: { '2025-01': 15, '2025-02': 40 },
    }),
  }

  it('adds the newest accepted month of the year: 100 + 30 + 40', () => {
    expect(measured(given, target()).value).toBe(170)
  })

  it('says who is reported, carried and missing of those expected', () => {
    expect(measureProgress(county(given)).completeness).toEqual({
      expected: 3,
      reported: 1,
      carried: 1,
      missing: 1,
      share: 1 / 3,
      late: [1, 2],
    })
  })

  it('names them in the basis', () => {
    const indicator = measured(given, target())
    expect(indicator.completeness).toBe(1 / 3)
    expect(indicator.basis.slice(0, 3)).toEqual([
      { fact: 'rows-counted', counted: 1, expected: 3 },
      { fact: 'carried', names: ['B'] },
      { fact: 'missing', names: ['C'] },
    ])
  })
})

it('lists the late ones in the register’s order, missing or carried', () => {
  const given = county({ asOf, register: register({}, {}, {}), submissions: rows({ B: { '2025-04': 1 } }) })
  expect(measureProgress(given).completeness).toMatchObject({ carried: 1, missing: 2, late: [0, 1, 2] })
})

describe('nothing to count', () => {
  it('is null without any row, not 0', () => {
    const indicator = measured({ asOf, submissions: rows({ A: { '2024-12': 7 } }) }, target())
    expect(indicator).toMatchObject({ value: null, estimateWithLate: null, forecast: null, completeness: 0, status: 'tracking' })
    expect(factsOf(indicator, 'no-rows')).toEqual([{ fact: 'no-rows', month: month('2025-05') }])
  })

  it('is 0 when 0 was typed', () => {
    expect(measured({ asOf, submissions: rows({ A: { '2025-05': 0 } }) }, target()).value).toBe(0)
  })

  it('has no completeness when nobody is expected', () => {
    const indicator = measured({ asOf, register: [] }, target())
    expect(indicator).toMatchObject({ value: null, completeness: null })
    expect(factsOf(indicator, 'nobody-expected')).toHaveLength(1)
    expect(measureProgress(county({ asOf, register: [] })).completeness).toMatchObject({ expected: 0, share: null, late: [] })
  })

  it('leaves rows after the period out', () => {
    const submissions = rows({ A: { '2025-04': 10, '2025-05': 20, '2025-06': 30 } })
    expect(measured({ asOf: '2025-06-11', submissions }, target()).value).toBe(20)
  })

  it('has nobody late and no figures in a merged January', () => {
    const given = {
      asOf: '2025-02-11',
      settings: { janFeb: 'merged' as const },
      submissions: rows({ A: { '2024-12': 50, '2025-02': 9 } }),
    }
    expect(measured(given, target())).toMatchObject({ value: null, completeness: null, forecast: null, yearOnYear: null })
    expect(measureProgress(county(given)).completeness).toMatchObject({ expected: 0, carried: 0, missing: 0 })
  })
})

describe('clusters, the rest and fields', () => {
  const clusters = ['casting', 'anode'].map((key) => ({ key, name: { zh: key, en: key }, leader: '' }))
  const given = county({
    asOf,
    register: register(
      { cluster: 'casting', emergingField: 'advanced-materials' },
      { cluster: 'anode' },
      {},
      { cluster: 'closed-long-ago' },
      { cluster: 'casting' },
    ),
    submissions: rows({ A: { '2025-05': 1 }, B: { '2025-05': 2 }, C: { '2025-05': 4 }, D: { '2025-04': 8 } }),
    plan: { clusters, targets: [target({ scope: 'cluster:casting' }), target({ scope: 'emerging' })] },
  })
  const progress = measureProgress(given)

  it('lists the clusters in their order and those without a known one last', () => {
    expect(progress.clusters.map(({ scope, outputYtd, completeness }) => [scope, outputYtd, completeness.late])).toEqual([
      ['cluster:casting', 1, [4]],
      ['cluster:anode', 2, []],
      ['none', 12, [3]],
    ])
  })

  it('estimates and grows each on its own', () => {
    // Anode: B 2 / 1 - 1. Casting: E is missing without a base. None: D is carried from April, to which nobody gives a growth.
    const grown = measureProgress({
      ...given,
      submissions: [...given.submissions, ...rows({ B: { '2024-05': 1 }, D: { '2024-05': 3 } })],
    })
    expect(grown.clusters.map(({ estimateWithLate, yearOnYear }) => [estimateWithLate, yearOnYear])).toEqual([
      [1, null],
      [2, 1],
      [12, null],
    ])
  })

  it('measures a target over its scope', () => {
    expect(progress.indicators.map(({ value }) => value)).toEqual([1, 1])
  })

  it('lists every emerging field, null where it has no row', () => {
    expect(progress.fields.map(({ field, outputYtd }) => [field, outputYtd])).toEqual([
      ['life-science', null],
      ['advanced-materials', 1],
      ['electronic-information', null],
      ['artificial-intelligence', null],
      ['industrial-internet', null],
    ])
  })
})

describe('output by month', () => {
  // B has nothing in April and is carried with 5; May has not been due yet, so it is not shown.
  const given = county({
    asOf: '2025-05-20',
    register: register({}, {}),
    submissions: rows({ A: { '2025-02': 10, '2025-03': 20, '2025-04': 30, '2025-05': 40 }, B: { '2025-03': 5 } }),
  })

  it('is the counted output of each month up to the period, null before any row and after it', () => {
    expect(outputByMonth(given, 'county', 2025)).toEqual([null, 10, 25, 35, null, null, null, null, null, null, null, null])
  })

  it('is null throughout in a year without rows', () => {
    expect(outputByMonth(given, 'none', 2023)).toEqual(Array(12).fill(null))
  })
})
