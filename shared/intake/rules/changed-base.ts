import { type OrderRule, shown } from './rule.ts'

/** The same period of last year as typed differs from last year's accepted row. */
export const changedBase: OrderRule = ({ row, yearBefore }) =>
  row.outputYtdLastYearYuan !== null && yearBefore !== null && row.outputYtdLastYearYuan !== yearBefore.outputYtdYuan
    ? {
        rule: 'changed-base',
        column: 'outputYtdLastYear',
        facts: {
          typed: shown(row.outputYtdLastYearYuan),
          accepted: shown(yearBefore.outputYtdYuan),
          row: String(yearBefore.row),
        },
      }
    : null
