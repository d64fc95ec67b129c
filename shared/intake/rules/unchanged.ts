import { formatMonth } from '../../model/month.ts'
import { type OrderRule, shown } from './rule.ts'

/** Exactly last month's output again, which a copied row shows; not at 0. */
export const unchanged: OrderRule = ({ ownMonthYuan, monthBefore }) =>
  ownMonthYuan !== null && ownMonthYuan !== 0 && monthBefore !== null && monthBefore.ownMonthYuan === ownMonthYuan
    ? { rule: 'unchanged', column: 'outputYtd', facts: { value: shown(ownMonthYuan), month: formatMonth(monthBefore.month) } }
    : null
