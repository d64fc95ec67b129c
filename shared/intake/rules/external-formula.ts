import type { RowRule } from './rule.ts'

/** A cell whose formula fetches from elsewhere says something else tomorrow: its value isn't counted (B48, security.md S10). */
export const externalFormula: RowRule = ({ row, problems }, { marked }) => {
  const alreadyAnError = (column: string) =>
    problems.some((problem) => problem.rule === 'formula-error' && problem.column === column)
  const column = marked.get(row)?.external.find((each) => !alreadyAnError(each))
  return column === undefined ? null : { rule: 'formula-error', column, facts: { why: 'external' } }
}
