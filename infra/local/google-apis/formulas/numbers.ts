import { isArray, matrixOf, type Value } from './arrays.ts'
import { numeric } from './coercion.ts'
import { FormulaError, type FormulaValue } from './values.ts'

/** Numbers among the arguments: in arrays only numbers count, a single value is read as one. Throws an error value. */
export function numbersIn(args: readonly (Value | undefined)[]): number[] {
  const found: number[] = []
  for (const arg of args) {
    if (!isArray(arg)) found.push(numeric(arg))
    else for (const cell of matrixOf(arg).cells) if (isNumber(cell)) found.push(cell)
  }
  return found
}

/** Whether the cell counts as a number; throws an error value. */
export function isNumber(cell: FormulaValue): cell is number {
  if (cell instanceof FormulaError) throw cell
  return typeof cell === 'number'
}

/** Sum of the numbers. */
export function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

/** Arithmetic mean; throws #DIV/0! when there is no number. */
export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new FormulaError('DIVIDE_BY_ZERO', 'Evaluation caused a divide by zero error.')
  return total(values) / values.length
}
