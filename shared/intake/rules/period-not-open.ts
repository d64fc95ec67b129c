import { firstDayOf, monthOfDay } from '../../model/day.ts'
import { formatMonth } from '../../model/month.ts'
import type { RowRule } from './rule.ts'

/** A month is open from the first day after it (product.md). */
export const periodNotOpen: RowRule = (row, { today }) =>
  row.month !== null && row.month >= monthOfDay(today)
    ? { rule: 'period-not-open', column: 'period', facts: { month: formatMonth(row.month), opens: firstDayOf(row.month + 1) } }
    : null
