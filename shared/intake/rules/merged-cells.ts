import type { RowRule } from './rule.ts'

/** Of merged cells only the first holds what was typed: the others' rows read as empty, and nobody can tell for which it was meant (B31). */
export const mergedCells: RowRule = ({ row }, { marked }) => {
  const merged = marked.get(row)?.merged
  return merged ? { rule: 'merged-cells', column: merged.column, facts: { range: merged.range } } : null
}
