import { compileFormula, evaluateFormula } from '../../../../../infra/local/google-apis/formulas/engine.ts'
import { FormulaError, type FormulaValue } from '../../../../../infra/local/google-apis/formulas/values.ts'
import type { FormulaWorld } from '../../../../../infra/local/google-apis/formulas/world.ts'

export type Cells = readonly (readonly FormulaValue[])[]

/** A world of sheets by title, 1,000 rows by 26 columns each; the first is the formula's own. */
export function worldOf(sheets: Record<string, Cells>, more: Partial<FormulaWorld> = {}): FormulaWorld {
  const titles = Object.keys(sheets)
  const tables = Object.values(sheets)
  const value = (sheetId: number, row: number, column: number) => tables[sheetId]?.[row]?.[column] ?? null
  return {
    sheetIdOf: (title) => {
      const index = titles.findIndex((known) => known.toLowerCase() === title.toLowerCase())
      return index < 0 ? undefined : index
    },
    rowCount: (sheetId) => Math.max(1000, tables[sheetId]?.length ?? 0),
    columnCount: () => 26,
    usedRows: (sheetId) => tables[sheetId]?.length ?? 0,
    value,
    displayed: (sheetId, row, column) => `<${value(sheetId, row, column)}>`,
    now: () => 46_000.5,
    ...more,
  }
}

/** Result of a formula in A1 notation's row 2, column Z, with errors as the texts that cells show. */
export function resultOf(formula: string, world: FormulaWorld, at = { sheetId: 0, row: 1, column: 25 }): unknown {
  const result = evaluateFormula(compileFormula(formula), at, world)
  return Array.isArray(result) ? result.map((row) => row.map(shown)) : shown(result)
}

function shown(value: FormulaValue): unknown {
  return value instanceof FormulaError ? value.text : value
}
