import { type RowRule, shown } from './rule.ts'

/** A cumulative output can't be below 0. */
export const negativeOutput: RowRule = ({ outputYtdYuan }) =>
  outputYtdYuan !== null && outputYtdYuan < 0
    ? { rule: 'negative-output', column: 'outputYtd', facts: { value: shown(outputYtdYuan) } }
    : null
