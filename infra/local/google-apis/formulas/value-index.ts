import type { Matrix } from './arrays.ts'
import { FormulaError, type FormulaValue } from './values.ts'

type Key = number | string | boolean

/** What equal values have in common: texts count without regard to case; blanks and errors have none. */
export function keyOf(value: FormulaValue): Key | undefined {
  if (typeof value === 'string') return value.toLowerCase()
  return value === null || value instanceof FormulaError ? undefined : value
}

const indexes = new WeakMap<Matrix, Map<number, Map<Key, number[]>>>()

/** Line of the matrix that a lookup searches: a column by its number, `'row'` for the first row, `'cells'` for everything. */
export type Line = number | 'row' | 'cells'

/** The values of a line. */
export function lineOf(matrix: Matrix, line: Line): readonly FormulaValue[] {
  if (line === 'row') return matrix.row(0)
  if (line === 'cells' || matrix.columns === 1) return matrix.cells
  return Array.from({ length: matrix.rows }, (_, row) => matrix.at(row, line))
}

/** Positions of equal values in the line, ascending. */
export function positionsOf(matrix: Matrix, line: Line, key: Key): readonly number[] {
  return positionsIn(matrix, line).get(key) ?? NOWHERE
}

const NOWHERE: readonly number[] = []

/** Positions by what equal values have in common, in the order of their first place; built once for each line of a matrix. */
export function positionsIn(matrix: Matrix, line: Line): ReadonlyMap<Key, readonly number[]> {
  const slot = line === 'row' ? -1 : line === 'cells' ? -2 : line
  const lines = indexes.get(matrix) ?? new Map<number, Map<Key, number[]>>()
  indexes.set(matrix, lines)
  const known = lines.get(slot)
  if (known) return known
  const made = positionsByKey(lineOf(matrix, line))
  lines.set(slot, made)
  return made
}

function positionsByKey(values: readonly FormulaValue[]): Map<Key, number[]> {
  const positions = new Map<Key, number[]>()
  values.forEach((value, index) => {
    const key = keyOf(value)
    if (key === undefined) return
    const found = positions.get(key)
    if (found) found.push(index)
    else positions.set(key, [index])
  })
  return positions
}
