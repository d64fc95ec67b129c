import { type Day, dayOfMonth, firstDayOf, lastDayOf } from '../model/day.ts'
import { type Month, monthOf } from '../model/month.ts'
import type { CellValue } from '../model/tabs.ts'
import { readCalendar } from './calendar-text.ts'

/** Which day of a month or year stands for it: a start is its first day, an end its last. */
export type Edge = 'first' | 'last'

/** A day cell of a register: null when empty, undefined when it can't be told. A month or a year counts from or to its edge. */
export function readDay(cell: CellValue, edge: Edge): Day | null | undefined {
  const read = readCalendar(cell)
  if (read === 'missing') return null
  if ('why' in read || read.year === null) return undefined
  const month = monthOf(read.year, read.month ?? (edge === 'first' ? 1 : 12))
  if (read.day !== null) return dayOfMonth(month, read.day)
  return edge === 'first' ? firstDayOf(month) : lastDayOf(month)
}

/** A month cell of a register: null when empty, undefined when it can't be told. A day means its month (measures.md, "expected"). */
export function readMonth(cell: CellValue): Month | null | undefined {
  const read = readCalendar(cell)
  if (read === 'missing') return null
  if ('why' in read || read.year === null || read.month === null) return undefined
  return monthOf(read.year, read.month)
}
