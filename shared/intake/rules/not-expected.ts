import { expectedIn } from '../../model/enterprise.ts'
import { formatMonth } from '../../model/month.ts'
import type { RowRule } from './rule.ts'

/** No report is expected: outside reportsFrom..reportsUntil, or January where February's row covers both months. */
export const notExpected: RowRule = ({ enterprise, month }, { settings }) => {
  if (enterprise === null || month === null || expectedIn(enterprise, month, settings.janFeb)) return null
  const facts: Record<string, string> = { month: formatMonth(month) }
  if (settings.janFeb === 'merged' && month % 12 === 0) facts.february = formatMonth(month + 1)
  if (enterprise.reportsFrom !== null) facts.from = formatMonth(enterprise.reportsFrom)
  if (enterprise.reportsUntil !== null) facts.until = formatMonth(enterprise.reportsUntil)
  return { rule: 'not-expected', column: 'period', facts }
}
