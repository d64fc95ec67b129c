import { describe, expect, test } from 'vitest'
import { newestPeriod, periodsBetween } from '../../../shared/model/digest-period.ts'
import { dueDateOf } from '../../../shared/model/due-date.ts'
import { formatMonth, parseMonth } from '../../../shared/model/month.ts'
import { reminderMoment } from '../../../shared/model/reminder-stage.ts'
import { DEFAULT_SETTINGS } from '../../../shared/model/settings.ts'
import { isArranged, isWorkingDay, nextWorkingDay } from '../../../shared/model/working-days.ts'

describe('working days in China', () => {
  test.each([
    ['2026-02-15', false, 'Spring Festival'],
    ['2026-02-28', true, 'a Saturday exchanged for it'],
    ['2026-10-01', false, 'National Day'],
    ['2026-10-10', true, 'a Saturday exchanged for it'],
    ['2026-10-11', false, 'a Sunday'],
    ['2026-10-12', true, 'a Monday'],
    // Not yet arranged by the State Council: weekends and what the law fixes.
    ['2027-10-01', false, 'National Day'],
    ['2027-10-04', true, 'a Monday'],
    ['2027-02-05', false, 'eve of the Spring Festival'],
    ['2027-02-08', false, 'its third day'],
    ['2027-02-09', true, 'the day after'],
    ['2027-04-05', false, 'Clear and Bright'],
    ['2027-06-09', false, 'Dragon Boat'],
    ['2027-09-15', false, 'Mid-Autumn'],
    ['2027-09-18', false, 'a Saturday'],
    ['2099-01-01', false, 'New Year'],
  ])('%s: %s (%s)', (day, working) => expect(isWorkingDay(day)).toBe(working))

  test('each arranged day of 2026 is told as published, whatever the machine’s time zone', () => {
    const days = Array.from({ length: 365 }, (_, day) => new Date(Date.UTC(2026, 0, 1 + day)))
    const exchanged = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']
    const weekends = days.filter((day) => day.getUTCDay() % 6 === 0).map((day) => day.toISOString().slice(0, 10))
    expect(weekends.filter(isWorkingDay)).toEqual(exchanged)
    // 33 days off, of which 14 are weekends anyway.
    const off = days.filter((day) => day.getUTCDay() % 6 !== 0 && !isWorkingDay(day.toISOString().slice(0, 10)))
    expect(off).toHaveLength(19)
  })

  test('which years are arranged is known, so that a guess can be told from knowledge', () => {
    expect([2015, 2025, 2026, 2003, 2099].map(isArranged)).toEqual([true, true, true, false, false])
  })

  test.each([
    ['2026-10-01', '2026-10-08'],
    ['2026-03-10', '2026-03-10'],
    ['2026-01-10', '2026-01-12'],
  ])('%s or the next working day: %s', (day, next) => expect(nextWorkingDay(day)).toBe(next))
})

const month = (text: string) => parseMonth(text)!

describe('due dates', () => {
  test.each([
    ['2025-12', 10, 'yes', '2026-01-12'],
    ['2025-12', 10, 'no', '2026-01-10'],
    ['2026-01', 31, 'no', '2026-02-28'],
    ['2026-01', 15, 'yes', '2026-02-24'],
    ['2026-09', 1, 'yes', '2026-10-08'],
    ['2028-01', 29, 'no', '2028-02-29'],
  ] as const)('%s due on the %ith, moved: %s: %s', (text, dueDay, workingDays, due) =>
    expect(dueDateOf(month(text), { dueDay, workingDays })).toBe(due),
  )
})

describe('periods of digests', () => {
  test.each([
    ['weekly', '2026-03-16', '2026-W12', '2026-03-16'],
    ['weekly', '2026-03-15', '2026-W11', '2026-03-09'],
    ['weekly', '2027-01-01', '2026-W53', '2026-12-28'],
    ['monthly', '2026-03-10', '2026-01', '2026-02-11'],
    ['monthly', '2026-03-11', '2026-02', '2026-03-11'],
    // 10 January 2026 is a Saturday: due on Monday, the digest on Tuesday.
    ['monthly', '2026-01-12', '2025-11', '2025-12-11'],
    ['monthly', '2026-01-13', '2025-12', '2026-01-13'],
  ] as const)('%s on %s: %s, due %s', (schedule, day, period, dueOn) =>
    expect(newestPeriod(schedule, day, DEFAULT_SETTINGS)).toEqual({ period, dueOn }),
  )

  test('a weekday of choice', () =>
    expect(newestPeriod('weekly', '2026-03-19', { ...DEFAULT_SETTINGS, digestWeekday: 5 })).toEqual({
      period: '2026-W11',
      dueOn: '2026-03-13',
    }))

  test('what lies between two periods', () => {
    expect(periodsBetween('weekly', '2026-W51', '2027-W02')).toEqual(['2026-W52', '2026-W53', '2027-W01'])
    expect(periodsBetween('monthly', '2025-11', '2026-02')).toEqual(['2025-12', '2026-01'])
    expect(periodsBetween('monthly', '2025-11', '2025-12')).toEqual([])
  })
})

describe('moments of reminders', () => {
  test.each([
    ['2026-03-06', '2026-01 after'],
    // The 7th and 8th are a weekend.
    ['2026-03-07', null],
    ['2026-03-09', '2026-02 before'],
    ['2026-03-10', '2026-02 at'],
    ['2026-03-12', '2026-02 at'],
    ['2026-03-13', '2026-02 after'],
    ['2026-04-06', null],
    ['2026-04-07', '2026-03 before'],
  ])('%s: %s', (day, expected) => {
    const moment = reminderMoment(day, DEFAULT_SETTINGS)
    expect(moment && `${formatMonth(moment.month)} ${moment.stage}`).toBe(expected)
  })

  test('on any day where days off don’t matter', () =>
    expect(reminderMoment('2026-03-07', { ...DEFAULT_SETTINGS, workingDays: 'no' })).toMatchObject({ stage: 'before' }))
})
