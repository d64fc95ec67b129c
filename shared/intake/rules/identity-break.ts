import { yearOf } from '../../model/month.ts'
import { type OrderRule, shown } from './rule.ts'

/** 0.02 of 10,000 yuan: the total and the month are each rounded to 0.01. */
const ROUNDING_YUAN = 200

/** Last month's total and this month's output don't make this month's total; only where the month before is accepted. */
export const identityBreak: OrderRule = ({ row, month, outputYtdYuan, monthBefore }) => {
  if (
    outputYtdYuan === null ||
    row.outputMonthYuan === null ||
    monthBefore === null ||
    yearOf(monthBefore.month) !== yearOf(month)
  )
    return null
  const sum = monthBefore.outputYtdYuan + row.outputMonthYuan
  if (Math.abs(sum - outputYtdYuan) <= ROUNDING_YUAN) return null
  return {
    rule: 'identity-break',
    column: 'outputMonth',
    facts: {
      before: shown(monthBefore.outputYtdYuan),
      month: shown(row.outputMonthYuan),
      sum: shown(sum),
      total: shown(outputYtdYuan),
    },
  }
}
