import { expectedIn } from '../../model/enterprise.ts'
import { formatMonth, yearOf } from '../../model/month.ts'
import type { OrderRule } from './rule.ts'

/** The month before, in the same year and expected, has no row at all. */
export const gap: OrderRule = ({ enterprise, month, newestMonth }, { settings }) => {
  const before = month - 1
  if (newestMonth === before || yearOf(before) !== yearOf(month) || !expectedIn(enterprise, before, settings.janFeb)) return null
  return { rule: 'gap', column: 'period', facts: { before: formatMonth(before), month: formatMonth(month) } }
}
