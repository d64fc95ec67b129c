import { formatMonth } from '../../model/month.ts'
import { type OrderRule, shown } from './rule.ts'

/** A cumulative total below that of the newest accepted row of the year; an explained fall is the new mark (B44). */
export const totalFell: OrderRule = ({ outputYtdYuan, newestOfYear }) =>
  newestOfYear !== null && outputYtdYuan !== null && outputYtdYuan < newestOfYear.outputYtdYuan
    ? {
        rule: 'total-fell',
        column: 'outputYtd',
        facts: {
          total: shown(outputYtdYuan),
          before: shown(newestOfYear.outputYtdYuan),
          month: formatMonth(newestOfYear.month),
          row: String(newestOfYear.row),
        },
      }
    : null
