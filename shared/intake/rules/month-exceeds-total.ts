import { type RowRule, shown } from './rule.ts'

/** The month is part of the cumulative total, so it can't be more. */
export const monthExceedsTotal: RowRule = ({ outputMonthYuan, outputYtdYuan }) =>
  outputMonthYuan !== null && outputYtdYuan !== null && outputMonthYuan > Math.max(outputYtdYuan, 0)
    ? {
        rule: 'month-exceeds-total',
        column: 'outputMonth',
        facts: { month: shown(outputMonthYuan), total: shown(outputYtdYuan) },
      }
    : null
