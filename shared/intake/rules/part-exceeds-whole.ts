import { type RowRule, shown } from './rule.ts'

/** Added value is part of the output, so it can't be more. */
export const partExceedsWhole: RowRule = ({ valueAddedYtdYuan, outputYtdYuan }) =>
  valueAddedYtdYuan !== null && outputYtdYuan !== null && valueAddedYtdYuan > Math.max(outputYtdYuan, 0)
    ? {
        rule: 'part-exceeds-whole',
        column: 'valueAddedYtd',
        facts: { part: shown(valueAddedYtdYuan), whole: shown(outputYtdYuan) },
      }
    : null
