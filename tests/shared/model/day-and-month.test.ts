import { describe, expect, test } from 'vitest'
import {
  dayAt,
  dayOfMonth,
  daysInMonth,
  dueDayOf,
  firstDayOf,
  lastDayOf,
  monthOfDay,
  parseDay,
} from '../../../shared/model/day.ts'
import { decemberOf, formatMonth, januaryOf, monthOf, monthOfYear, parseMonth, yearOf } from '../../../shared/model/month.ts'

const march = monthOf(2025, 3)

describe('month', () => {
  test('counts on over the year', () => {
    expect(formatMonth(monthOf(2025, 12) + 1)).toBe('2026-01')
    expect([yearOf(march), monthOfYear(march)]).toEqual([2025, 3])
    expect([januaryOf(march), decemberOf(march)].map(formatMonth)).toEqual(['2025-01', '2025-12'])
  })
  test.each(['2025-13', '2025-00', '2025-3', '25-03', '2025-03 ', '2025/03', ''])('%j is not exactly YYYY-MM', (text) =>
    expect(parseMonth(text)).toBeUndefined(),
  )
  test('reads what it writes', () => {
    for (const month of [march, monthOf(2000, 1), monthOf(2099, 12)]) expect(parseMonth(formatMonth(month))).toBe(month)
  })
})

describe('day', () => {
  test('a day that the month lacks is its last', () => {
    expect(dayOfMonth(monthOf(2025, 2), 31)).toBe('2025-02-28')
    expect(dayOfMonth(monthOf(2024, 2), 30)).toBe('2024-02-29')
    expect([firstDayOf(march), lastDayOf(march)]).toEqual(['2025-03-01', '2025-03-31'])
    expect([monthOf(2100, 2), monthOf(2000, 2)].map(daysInMonth)).toEqual([28, 29])
  })
  test('figures are due in the next month', () => {
    expect(dueDayOf(monthOf(2025, 12), 10)).toBe('2026-01-10')
    expect(dueDayOf(monthOf(2025, 1), 31)).toBe('2025-02-28')
  })
  test('only days of the calendar are days', () => {
    expect(['2025-02-30', '2025-2-3', '2025-02-03T00:00', 'x'].map(parseDay)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect(parseDay('2024-02-29')).toBe('2024-02-29')
  })
  test('the day of an instant is that of the zone', () => {
    const instant = new Date('2025-03-31T16:30:00Z')
    expect([dayAt(instant, 'Asia/Shanghai'), dayAt(instant, 'UTC')]).toEqual(['2025-04-01', '2025-03-31'])
    expect(monthOfDay('2025-04-01')).toBe(march + 1)
  })
})
