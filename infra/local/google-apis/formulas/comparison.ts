import { FormulaError, type FormulaValue } from './values.ts'

type Plain = number | string | boolean | null

/** Whether `=` holds: texts without regard to case, a blank equals 0, "" and FALSE. Throws an error value. */
export function equalValues(one: FormulaValue, other: FormulaValue): boolean {
  const [left, right] = alike(plain(one), plain(other))
  if (typeof left === 'string' && typeof right === 'string') return left === right || left.toLowerCase() === right.toLowerCase()
  return left === right
}

/** Negative, zero or positive, as `<` orders values: numbers before texts before booleans. Throws an error value. */
export function compareValues(one: FormulaValue, other: FormulaValue): number {
  const [left, right] = alike(plain(one), plain(other))
  const kinds = rank(left) - rank(right)
  if (kinds !== 0) return kinds
  if (typeof left === 'string' && typeof right === 'string') return compareTexts(left, right)
  return Number(left) - Number(right)
}

const collator = new Intl.Collator('en-US', { sensitivity: 'accent' })

function compareTexts(left: string, right: string): number {
  return left === right ? 0 : collator.compare(left, right)
}

function plain(value: FormulaValue): Plain {
  if (value instanceof FormulaError) throw value
  return value
}

/** A blank takes the type of what it is set against. */
function alike(left: Plain, right: Plain): [Plain, Plain] {
  if (left === null && right !== null) return [blankLike(right), right]
  if (right === null && left !== null) return [left, blankLike(left)]
  return [left, right]
}

function blankLike(value: Plain): Plain {
  return typeof value === 'number' ? 0 : typeof value === 'string' ? '' : false
}

function rank(value: Plain): number {
  return value === null || typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2
}
