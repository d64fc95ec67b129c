import type { Matrix } from './arrays.ts'
import { compareValues } from './comparison.ts'
import { keyOf, type Line, lineOf, positionsIn, positionsOf } from './value-index.ts'
import { FormulaError, type FormulaValue } from './values.ts'
import { wildcardMatcher, withoutEscapes } from './wildcard.ts'

/** First (or last) position of exactly this value; with wildcards a text may hold `*`, `?` and `~`. -1 when there is none. */
export function exactPosition(matrix: Matrix, line: Line, key: FormulaValue, wildcards: boolean, last = false): number {
  if (key instanceof FormulaError) throw key
  if (typeof key === 'string' && wildcards) {
    const matcher = wildcardMatcher(key)
    if (matcher) return patternPosition(matrix, line, matcher, last)
  }
  const bare = keyOf(typeof key === 'string' && wildcards ? withoutEscapes(key) : key)
  if (bare === undefined) return -1
  return positionsOf(matrix, line, bare).at(last ? -1 : 0) ?? -1
}

function patternPosition(matrix: Matrix, line: Line, matches: (text: string) => boolean, last: boolean): number {
  let found = -1
  for (const [key, positions] of positionsIn(matrix, line)) {
    if (typeof key !== 'string' || !matches(key)) continue
    if (!last) return positions[0] ?? -1
    found = Math.max(found, positions.at(-1) ?? -1)
  }
  return found
}

interface Sorted {
  readonly values: readonly FormulaValue[]
  readonly positions: readonly number[]
}

const sortedLines = new WeakMap<Matrix, Map<string, Sorted>>()

/**
 * Position of the last value that is not greater than the key, in a line sorted upwards (not less, in one sorted
 * downwards); only values of the key's type count. -1 when there is none.
 */
export function sortedPosition(matrix: Matrix, line: Line, key: FormulaValue, descending = false): number {
  if (key instanceof FormulaError) throw key
  const { values, positions } = sameType(matrix, line, key === null ? 'number' : typeof key)
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    const order = compareValues(values[middle] ?? null, key)
    if (descending ? order >= 0 : order <= 0) low = middle + 1
    else high = middle
  }
  return low === 0 ? -1 : (positions[low - 1] ?? -1)
}

function sameType(matrix: Matrix, line: Line, type: string): Sorted {
  const lines = sortedLines.get(matrix) ?? new Map<string, Sorted>()
  sortedLines.set(matrix, lines)
  const known = lines.get(`${type}${line}`)
  if (known) return known
  const values: FormulaValue[] = []
  const positions: number[] = []
  lineOf(matrix, line).forEach((value, position) => {
    if (value === null || typeof value !== type) return
    values.push(value)
    positions.push(position)
  })
  const made = { values, positions }
  lines.set(`${type}${line}`, made)
  return made
}

/** Position of the closest value below (or above) the key in a line in no order; an equal one wins. */
export function nearestPosition(matrix: Matrix, line: Line, key: FormulaValue, below: boolean): number {
  const exact = exactPosition(matrix, line, key, false)
  if (exact >= 0) return exact
  const values = lineOf(matrix, line)
  let best = -1
  values.forEach((value, position) => {
    if (value === null || typeof value !== typeof key || value instanceof FormulaError) return
    const order = compareValues(value, key)
    if (below ? order > 0 : order < 0) return
    const closer =
      best < 0 || (below ? compareValues(value, values[best] ?? null) > 0 : compareValues(value, values[best] ?? null) < 0)
    if (closer) best = position
  })
  return best
}
