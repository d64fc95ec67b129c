import { topLeft, type Value } from './arrays.ts'
import { numberFromText } from './number-text.ts'
import { FormulaError } from './values.ts'

/**
 * How a value is read where a function needs a certain type. What can't be read, and every error value, is thrown as a
 * FormulaError; the caller turns it into the cell's value.
 */
export function numeric(value: Value | undefined): number {
  const single = topLeft(value)
  if (typeof single === 'number') return single
  if (single === null) return 0
  if (typeof single === 'boolean') return single ? 1 : 0
  if (single instanceof FormulaError) throw single
  const read = numberFromText(single)
  if (read === undefined)
    throw new FormulaError('VALUE', `A number is expected. But '${single}' is a text and cannot be coerced to a number.`)
  return read
}

/** The number without its fraction. */
export function integer(value: Value | undefined): number {
  return Math.trunc(numeric(value))
}

export function textual(value: Value | undefined): string {
  const single = topLeft(value)
  if (typeof single === 'string') return single
  if (single === null) return ''
  if (typeof single === 'number') return numberText(single)
  if (typeof single === 'boolean') return single ? 'TRUE' : 'FALSE'
  throw single
}

export function logical(value: Value | undefined): boolean {
  const single = topLeft(value)
  if (typeof single === 'boolean') return single
  if (single === null || single === '') return false
  if (typeof single === 'number') return single !== 0
  if (single instanceof FormulaError) throw single
  if (/^true$/i.test(single)) return true
  if (/^false$/i.test(single)) return false
  throw new FormulaError('VALUE', `A boolean is expected. But '${single}' is a text and cannot be coerced to a boolean.`)
}

/** A number as text, with fifteen significant digits. */
export function numberText(value: number): string {
  const text = String(Number.isInteger(value) && Math.abs(value) < 1e15 ? value + 0 : Number(value.toPrecision(15)))
  return text.includes('e') ? text.replace(/e([+-])(\d)$/, 'E$10$2').replace('e', 'E') : text
}

/** The number, or #NUM! where there is none. */
export function finite(value: number): number {
  if (!Number.isFinite(value)) throw new FormulaError('NUM', 'The result is not a number, or too large.')
  return value
}
