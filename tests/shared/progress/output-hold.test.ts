import { describe, expect, it } from 'vitest'
import { formatMonth } from '../../../shared/model/month.ts'
import type { Target } from '../../../shared/model/plan.ts'
import { factsOf, measured, month, register, rows, target } from './county.ts'

const asOf = '2025-06-11' // period May 2025
const hold = (changes: Partial<Target> = {}) => target({ kind: 'hold', target: 100, ...changes })

describe('trailing twelve months', () => {
  it('adds the rest of last year to this year: 55 + 120 - 50', () => {
    const submissions = rows({ A: { '2024-05': 50, '2024-12': 120, '2025-05': 55 } })
    const indicator = measured({ asOf, submissions }, target())
    expect(indicator.trailingTwelveMonths).toBe(125)
    expect(factsOf(indicator, 'trailing-window')).toEqual([
      { fact: 'trailing-window', from: month('2024-06'), to: month('2025-05') },
    ])
  })

  it('is the year itself in December, with or without the year before', () => {
    expect(measured({ asOf: '2025-01-11', submissions: rows({ A: { '2024-12': 120 } }) }, target()).trailingTwelveMonths).toBe(
      120,
    )
  })

  it('takes 0 for what was not expected: came in September, 60 + 40 - 0', () => {
    const given = {
      asOf,
      register: register({ reportsFrom: month('2024-09') }),
      submissions: rows({ A: { '2024-12': 40, '2025-05': 60 } }),
    }
    expect(measured(given, target()).trailingTwelveMonths).toBe(100)
  })

  it.each([
    // Left in February with 20, 90 in 2024 of which 30 by May: 20 + 90 - 30.
    ['this year', '2025-02', { '2024-05': 30, '2024-12': 90, '2025-02': 20 }, 80],
    // Left in October 2024 with 70, 30 of it by May: 70 - 30.
    ['last year, in the twelve months', '2024-10', { '2024-05': 30, '2024-10': 70 }, 40],
    // Left in February 2024: nothing of its 20 is in the twelve months.
    ['last year, before them', '2024-02', { '2024-02': 20 }, 0],
  ])('keeps what one produced that left %s', (_, until, figures, expected) => {
    const given = { asOf, register: register({ reportsUntil: month(until) }), submissions: rows({ A: figures }) }
    expect(measured(given, target()).trailingTwelveMonths).toBe(expected)
  })

  it('takes the newest month whose terms are known for one that is late', () => {
    // April: 30 + 100 - 35; May of 2024 does not help, as May of 2025 is missing.
    const submissions = rows({ A: { '2024-04': 35, '2024-05': 50, '2024-12': 100, '2025-04': 30 } })
    const indicator = measured({ asOf, submissions }, target())
    expect(indicator.trailingTwelveMonths).toBe(95)
    expect(factsOf(indicator, 'trailing-older')).toEqual([{ fact: 'trailing-older', count: 1 }])
  })

  it.each([
    // The first of the twelve months is June 2024: 60 + 100 - 45. May is outside.
    ['2024-06', 115],
    ['2024-05', null],
  ])('goes back for it to the first of the twelve months, not further: %s', (newest, expected) => {
    const before = `2023${newest.slice(4)}`
    const submissions = rows({ A: { [before]: 45, '2023-12': 100, [newest]: 60 } })
    expect(measured({ asOf, submissions }, target()).trailingTwelveMonths).toBe(expected)
  })

  it('leaves out one without any such month, and names it', () => {
    const submissions = rows({ A: { '2024-05': 50, '2024-12': 120, '2025-05': 55 }, B: { '2025-05': 500 } })
    const indicator = measured({ asOf, register: register({}, {}), submissions }, target())
    expect(indicator.trailingTwelveMonths).toBe(125)
    expect(factsOf(indicator, 'left-out')).toEqual([{ fact: 'left-out', names: ['B'] }])
  })

  it('does not name one that was never expected', () => {
    const given = {
      asOf,
      register: register({}, { reportsFrom: month('2025-06') }, { reportsUntil: month('2020-12') }),
      submissions: rows({ A: { '2024-05': 50, '2024-12': 120, '2025-05': 55 } }),
    }
    expect(factsOf(measured(given, target()), 'left-out')).toEqual([])
  })

  it('is null when nobody has the rows for it', () => {
    const indicator = measured({ asOf, submissions: rows({ A: { '2025-05': 500 } }) }, hold())
    expect(indicator).toMatchObject({ value: 500, trailingTwelveMonths: null, attainment: null, gap: null, status: 'no-data' })
    expect(factsOf(indicator, 'trailing-unknown')).toHaveLength(1)
  })

  it('is December’s in a merged January', () => {
    const given = { asOf: '2025-02-11', settings: { janFeb: 'merged' as const }, submissions: rows({ A: { '2024-12': 120 } }) }
    expect(measured(given, hold())).toMatchObject({ value: null, trailingTwelveMonths: 120, status: 'holding' })
  })
})

describe('hold', () => {
  const withMay = (output: number) => ({ asOf, submissions: rows({ A: { '2024-05': 50, '2024-12': 100, '2025-05': output } }) })

  it('is holding from the figure on, by the twelve months', () => {
    // T12 = output + 100 - 50. December of 2024 was at 100, so no month known was below.
    expect(measured(withMay(50), hold({ stretch: 200 }))).toMatchObject({
      value: 50,
      trailingTwelveMonths: 100,
      status: 'holding',
      attainment: 1,
      stretchAttainment: 0.5,
      gap: 0,
      pace: null,
      path: null,
      monthsBelow: [],
    })
  })

  it('is breached one yuan below it', () => {
    expect(measured(withMay(49), hold())).toMatchObject({
      trailingTwelveMonths: 99,
      status: 'breached',
      gap: 1,
      monthsBelow: [month('2025-05')],
    })
  })

  // A reported May; B is carried from April: 40 then, g = 60 / 40 = 1.5 so E - C = 40 * 0.5 = 20.
  // T12 = A 60 + 100 - 50 = 110, B April 40 + 90 - 45 = 85: 195.
  const late = {
    asOf,
    register: register({}, {}),
    submissions: rows({
      A: { '2024-05': 50, '2024-12': 100, '2025-04': 40, '2025-05': 60 },
      B: { '2024-04': 45, '2024-12': 90, '2025-04': 40 },
    }),
  }

  it.each([
    [195, 'holding'],
    [215, 'no-data'],
    [216, 'breached'],
  ])('of %i with a late enterprise is %s', (figure, status) => {
    const indicator = measured(late, hold({ target: figure }))
    expect(indicator).toMatchObject({ trailingTwelveMonths: 195, estimateWithLate: 120, value: 100, status })
    expect(factsOf(indicator, 'undecided-late')).toHaveLength(status === 'no-data' ? 1 : 0)
  })

  it('is breached where nothing is estimated for the late ones', () => {
    // No row of 2025 and nobody to take a growth from: the newest twelve months are those of 2024.
    const indicator = measured({ asOf, submissions: rows({ A: { '2024-12': 99 } }) }, hold())
    expect(indicator).toMatchObject({ value: null, estimateWithLate: null, trailingTwelveMonths: 99, status: 'breached' })
  })

  // A even 8 a month in 2023 and 10 in 2024 until June, then 5: T12 by month of 2024 below.
  const monthly = (year: number, values: readonly number[]) =>
    Object.fromEntries(
      values.map((_, index) => [
        `${year}-${String(index + 1).padStart(2, '0')}`,
        values.slice(0, index + 1).reduce((sum, value) => sum + value, 0),
      ]),
    )
  const eight = Array(12).fill(8)
  const year2024 = [10, 10, 10, 10, 10, 10, 5, 5, 5, 5, 5, 5]

  it('names the months of the last twelve that were below', () => {
    // T12 of 2024: 98 100 102 104 106 108 105 102 99 96 93 90.
    const given = { asOf: '2025-01-11', submissions: rows({ A: { ...monthly(2023, eight), ...monthly(2024, year2024) } }) }
    const { monthsBelow, status } = measured(given, hold())
    expect(status).toBe('breached')
    expect(monthsBelow.map(formatMonth)).toEqual(['2024-01', '2024-09', '2024-10', '2024-11', '2024-12'])
  })

  it('passes over a merged January', () => {
    const { '2023-01': _first, ...merged2023 } = monthly(2023, eight)
    const { '2024-01': _second, ...merged2024 } = monthly(2024, year2024)
    const given = {
      asOf: '2025-01-11',
      settings: { janFeb: 'merged' as const },
      submissions: rows({ A: { ...merged2023, ...merged2024 } }),
    }
    expect(measured(given, hold()).monthsBelow.map(formatMonth)).toEqual(['2024-09', '2024-10', '2024-11', '2024-12'])
  })

  it('is not judged before it starts', () => {
    const indicator = measured(withMay(10), hold({ startsOn: '2025-06-01' }))
    expect(indicator).toMatchObject({ status: 'no-data', trailingTwelveMonths: 60, attainment: 0.6, monthsBelow: [] })
    expect(factsOf(indicator, 'judged-from')).toEqual([{ fact: 'judged-from', month: month('2025-06') }])
    expect(measured(withMay(10), hold({ startsOn: '2025-05-31' })).status).toBe('breached')
  })

  it('keeps the verdict of the due date’s month afterwards', () => {
    // T12 of April 2025: 45 + 100 - 40 = 105; of May: 40 + 100 - 50 = 90, no longer judged.
    const submissions = rows({ A: { '2024-04': 40, '2024-05': 50, '2024-12': 100, '2025-04': 45, '2025-05': 40 } })
    const indicator = measured({ asOf, submissions }, hold({ dueOn: '2025-04-15' }))
    expect(indicator).toMatchObject({ status: 'holding', trailingTwelveMonths: 90, attainment: 0.9, monthsBelow: [] })
    expect(factsOf(indicator, 'judged-at')).toEqual([{ fact: 'judged-at', month: month('2025-04') }])
    expect(measured({ asOf, submissions }, hold({ dueOn: '2025-05-01' })).status).toBe('breached')
  })

  it.each([[null], [0], [-5]])('has no verdict on a target of %s', (figure) => {
    expect(measured(withMay(50), hold({ target: figure }))).toMatchObject({
      status: 'no-data',
      trailingTwelveMonths: 100,
      attainment: null,
    })
  })
})
