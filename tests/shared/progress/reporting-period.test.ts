import { describe, expect, it } from 'vitest'
import { formatMonth } from '../../../shared/model/month.ts'
import { reportingPeriod } from '../../../shared/progress/reporting-period.ts'
import { county, month, register, rows } from './county.ts'

const periodOf = (given: Parameters<typeof county>[0]) => formatMonth(reportingPeriod(county(given)))

describe('reporting period by the due date', () => {
  it.each([
    // asOf, dueDay, period
    ['2025-06-10', 10, '2025-04'], // May is due on 10 June; the due day itself still belongs to April
    ['2025-06-11', 10, '2025-05'],
    ['2025-07-01', 10, '2025-05'],
    ['2025-06-01', 10, '2025-04'],
    ['2025-06-02', 1, '2025-05'],
    ['2025-02-28', 31, '2024-12'], // January is due on 28 February, a day that month has as its last
    ['2025-03-01', 31, '2025-01'],
    ['2024-02-29', 29, '2023-12'],
    ['2024-03-01', 30, '2024-01'],
    ['2025-04-30', 31, '2025-02'],
    ['2025-05-01', 31, '2025-03'],
    ['2026-01-10', 10, '2025-11'],
    ['2026-01-11', 10, '2025-12'],
  ])('as of %s with due day %i is %s', (asOf, dueDay, period) => {
    expect(periodOf({ asOf, settings: { dueDay } })).toBe(period)
  })

  it('is a merged January too once its due date has passed, though nobody is expected in it', () => {
    expect(periodOf({ asOf: '2025-02-10', settings: { janFeb: 'merged' } })).toBe('2024-12')
    expect(periodOf({ asOf: '2025-02-11', settings: { janFeb: 'merged' } })).toBe('2025-01')
  })
})

describe('reporting period before the due date', () => {
  const two = register({}, {})

  it('is the month that everyone expected has reported', () => {
    const submissions = rows({ A: { '2025-05': 1 }, B: { '2025-05': 0 } })
    expect(periodOf({ asOf: '2025-06-01', register: two, submissions })).toBe('2025-05')
  })

  it('waits for the last one expected', () => {
    expect(periodOf({ asOf: '2025-06-05', register: two, submissions: rows({ A: { '2025-05': 1 } }) })).toBe('2025-04')
  })

  it('does not wait for one who has left or is yet to come', () => {
    const changing = register({}, { reportsUntil: month('2025-04') }, { reportsFrom: month('2025-06') })
    expect(periodOf({ asOf: '2025-06-05', register: changing, submissions: rows({ A: { '2025-05': 1 } }) })).toBe('2025-05')
  })

  it('is not a month in which nobody is expected', () => {
    expect(periodOf({ asOf: '2025-06-05', register: [] })).toBe('2025-04')
    expect(periodOf({ asOf: '2025-06-05', register: register({ reportsUntil: month('2025-04') }) })).toBe('2025-04')
  })

  it('is never a month that has not ended', () => {
    const submissions = rows({ A: { '2025-05': 1, '2025-06': 2 }, B: { '2025-05': 1, '2025-06': 2 } })
    expect(periodOf({ asOf: '2025-06-30', register: two, submissions })).toBe('2025-05')
    expect(periodOf({ asOf: '2025-07-01', register: two, submissions })).toBe('2025-06')
  })
})
