import type { ShapedRow } from '../shape-row.ts'
import type { Finding } from './rule.ts'

/**
 * Finds rows of the same enterprise and month (B39, B40): `repeated-row` when all their figures agree, else `conflicting-duplicate`; each
 * names the others. Rows rejected for something else are not among them.
 */
export function duplicates(rows: readonly ShapedRow[]): Finding | null {
  if (rows.length < 2) return null
  const figures = new Set(rows.map(figuresOf))
  return {
    rule: figures.size === 1 ? 'repeated-row' : 'conflicting-duplicate',
    column: figures.size === 1 ? 'period' : 'outputYtd',
    facts: {},
  }
}

/** A figure that could not be told agrees only with the same text. */
const figuresOf = (row: ShapedRow): string =>
  [
    row.outputYtdYuan ?? `text ${String(row.typed.outputYtd)}`,
    row.outputMonthYuan,
    row.outputYtdLastYearYuan,
    row.valueAddedYtdYuan,
  ].join('|')
