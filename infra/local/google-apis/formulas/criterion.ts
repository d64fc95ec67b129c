import type { Matrix } from './arrays.ts'
import { compareValues, equalValues } from './comparison.ts'
import { numberFromText } from './number-text.ts'
import { keyOf, positionsOf } from './value-index.ts'
import { FormulaError, type FormulaValue } from './values.ts'
import { wildcardMatcher, withoutEscapes } from './wildcard.ts'

/** A condition of COUNTIF and its like, such as `">=3"`, `"<>x"`, `"a*"` or a plain value. */
export interface Criterion {
  test(value: FormulaValue): boolean
  /** The value that all matches equal, where they can be looked up. */
  readonly equal: FormulaValue | undefined
}

/** Reads a criterion; throws an error value. */
export function criterionOf(value: FormulaValue): Criterion {
  if (value instanceof FormulaError) throw value
  if (typeof value !== 'string') return equalTo(value ?? '')
  const match = /^(<>|<=|>=|=|<|>)(.*)$/s.exec(value)
  const operand = match?.[2] ?? value
  const typed = typedOperand(operand)
  switch (match?.[1]) {
    case '<>':
      return operand === ''
        ? { test: (cell) => cell !== null && cell !== '', equal: undefined }
        : unlike(equalOrLike(operand, typed))
    case '<':
      return ordered(typed, (order) => order < 0)
    case '<=':
      return ordered(typed, (order) => order <= 0)
    case '>':
      return ordered(typed, (order) => order > 0)
    case '>=':
      return ordered(typed, (order) => order >= 0)
    default:
      return match && operand === '' ? { test: (cell) => cell === null, equal: undefined } : equalOrLike(operand, typed)
  }
}

function typedOperand(text: string): FormulaValue {
  if (/^(true|false)$/i.test(text)) return /^true$/i.test(text)
  return numberFromText(text) ?? text
}

function equalOrLike(text: string, typed: FormulaValue): Criterion {
  if (typeof typed !== 'string') return equalTo(typed)
  const matcher = wildcardMatcher(text)
  if (!matcher) return equalTo(withoutEscapes(text))
  return { test: (cell) => typeof cell === 'string' && matcher(cell), equal: undefined }
}

function equalTo(value: FormulaValue): Criterion {
  if (value === '') return { test: (cell) => cell === null || cell === '', equal: undefined }
  return { test: (cell) => cell !== null && typeof cell === typeof value && equalValues(cell, value), equal: value }
}

function unlike({ test }: Criterion): Criterion {
  return { test: (cell) => !test(cell), equal: undefined }
}

function ordered(operand: FormulaValue, holds: (order: number) => boolean): Criterion {
  return {
    test: (cell) => cell !== null && typeof cell === typeof operand && holds(compareValues(cell, operand)),
    equal: undefined,
  }
}

/** Positions in the matrix's cells where all pairs of matrix and criterion hold; the first equality is looked up. */
export function matchingPositions(pairs: readonly { matrix: Matrix; criterion: Criterion }[]): number[] {
  const lead = pairs.find(({ criterion }) => criterion.equal !== undefined)
  const rest = pairs.filter((pair) => pair !== lead)
  const size = Math.max(0, ...pairs.map(({ matrix }) => matrix.cells.length))
  const key = lead && keyOf(lead.criterion.equal ?? null)
  const candidates =
    lead && key !== undefined ? positionsOf(lead.matrix, 'cells', key) : Array.from({ length: size }, (_, index) => index)
  return candidates.filter((position) => rest.every(({ matrix, criterion }) => criterion.test(matrix.cells[position] ?? null)))
}
