import type { RowRule } from './rule.ts'

/** Added value outside 2 to 80 % of the output; only with output above 0. More than the whole is another rule's. */
export const oddAddedValue: RowRule = ({ valueAddedYtdYuan: part, outputYtdYuan: whole }) => {
  if (part === null || whole === null || whole <= 0 || part > whole) return null
  // In integers, so that exactly 2 % and exactly 80 % are inside.
  if (part * 50 >= whole && part * 5 <= whole * 4) return null
  return { rule: 'odd-added-value', column: 'valueAddedYtd', facts: { percent: String(Math.round((part / whole) * 1000) / 10) } }
}
