import { DateTime } from 'luxon'
import type { Day } from '../model/day.ts'
import type { Language } from '../model/language.ts'
import { type Month, monthOfYear, yearOf } from '../model/month.ts'

/** A day as people write it: 2026年1月15日, 15 January 2026. */
export function dayText(day: Day, language: Language): string {
  const date = DateTime.fromISO(day, { zone: 'utc' })
  return language === 'zh-CN' ? date.toFormat("yyyy'年'M'月'd'日'") : date.setLocale('en').toFormat('d MMMM yyyy')
}

/** A month as people write it: 2025年12月, December 2025. */
const monthText = (month: Month, language: Language): string =>
  language === 'zh-CN'
    ? `${yearOf(month)}年${monthOfYear(month)}月`
    : DateTime.utc(yearOf(month), monthOfYear(month)).setLocale('en').toFormat('LLLL yyyy')

/** The months that a cumulative figure covers: 2025年1—12月, January–December 2025. */
export function yearToDateText(month: Month, language: Language): string {
  const last = monthOfYear(month)
  if (last === 1) return monthText(month, language)
  if (language === 'zh-CN') return `${yearOf(month)}年1—${last}月`
  return `January–${DateTime.utc(yearOf(month), last).setLocale('en').toFormat('LLLL yyyy')}`
}
