import { type Day, monthOfDay } from '../model/day.ts'
import { type Month, monthOf, parseMonth, yearOf } from '../model/month.ts'
import type { CellValue } from '../model/tabs.ts'
import { type CalendarWhy, readCalendar } from './calendar-text.ts'
import { foldWidth, isFormulaError, isSameAsAbove } from './clean-text.ts'

/** What a period cell says; `normalised`: it was not typed as `YYYY-MM`. */
export type PeriodReading =
  | { kind: 'missing' }
  | { kind: 'month'; month: Month; normalised: boolean }
  | { kind: 'fault'; rule: 'unreadable-period' | 'formula-error'; why: CalendarWhy | 'same-as-above' | null }

/**
 * Reads the month of a row (B25 to B28). A month without a year is of the year that the newest ended month lies in, so that a row left
 * over from last year turns up as not yet open before it could pass for this year's.
 */
export function readPeriod(cell: CellValue, today: Day): PeriodReading {
  const exact = typeof cell === 'string' ? parseMonth(cell) : undefined
  if (exact !== undefined && cell !== null) {
    const year = yearOf(exact)
    return year >= 2000 && year <= 2099 ? { kind: 'month', month: exact, normalised: false } : fault('no-such')
  }
  if (typeof cell === 'string') {
    const folded = cell.length > 200 ? '' : foldWidth(cell)
    if (isSameAsAbove(folded)) return fault('same-as-above')
    if (isFormulaError(folded)) return { kind: 'fault', rule: 'formula-error', why: null }
  }
  const read = readCalendar(cell)
  if (read === 'missing') return { kind: 'missing' }
  if ('why' in read) return fault(read.why)
  if (read.month === null) return fault(null)
  return { kind: 'month', month: monthOf(read.year ?? yearOf(monthOfDay(today) - 1), read.month), normalised: true }
}

const fault = (why: CalendarWhy | 'same-as-above' | null): PeriodReading => ({ kind: 'fault', rule: 'unreadable-period', why })
