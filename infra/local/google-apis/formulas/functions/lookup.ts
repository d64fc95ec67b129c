import { isArray, Matrix, matrixOf, RangeValue, topLeft, type Value } from '../arrays.ts'
import { integer, logical, textual } from '../coercion.ts'
import { type FunctionFamily, lookup } from '../function-spec.ts'
import { exactPosition, nearestPosition, sortedPosition } from '../matching.ts'
import type { Line } from '../value-index.ts'
import { FormulaError, type FormulaValue } from '../values.ts'

type Args = readonly (Value | undefined)[]

export const lookups: FunctionFamily = {
  VLOOKUP: lookup(3, 4, [1], (args) => tableLookup(args, 'VLOOKUP')),
  HLOOKUP: lookup(3, 4, [1], (args) => tableLookup(args, 'HLOOKUP')),
  MATCH: lookup(2, 3, [1], match),
  XMATCH: lookup(2, 4, [1], ([key, values, mode = 0, direction = 1]) => {
    const matrix = vectorOf(values, 'XMATCH')
    return found(extendedPosition(matrix, topLeft(key), integer(mode), integer(direction)), key, 'XMATCH') + 1
  }),
  XLOOKUP: lookup(3, 6, [1, 2], extendedLookup),
  LOOKUP: lookup(2, 3, [1, 2], plainLookup),
}

function tableLookup([key, table, index, sorted = true]: Args, name: 'VLOOKUP' | 'HLOOKUP'): FormulaValue {
  if (table instanceof FormulaError) throw table
  const matrix = matrixOf(table)
  const upright = name === 'VLOOKUP'
  const line = integer(index)
  const limit = upright ? matrix.columns : lineCount(table)
  if (line < 1)
    throw new FormulaError('VALUE', `Function ${name} parameter 3 value is ${line}. It should be greater than or equal to 1.`)
  if (line > limit) throw new FormulaError('REF', `${name} evaluates to an out of bounds range.`)
  const searched: Line = upright ? 0 : 'row'
  const wanted = topLeft(key)
  const position = logical(sorted) ? sortedPosition(matrix, searched, wanted) : exactPosition(matrix, searched, wanted, true)
  found(position, key, name)
  return upright ? matrix.at(position, line - 1) : matrix.at(line - 1, position)
}

/** Rows of a table, those of an open range to the end of the grid. */
function lineCount(table: Value | undefined): number {
  return table instanceof RangeValue ? table.range.endRow - table.range.startRow : matrixOf(table).rows
}

function found(position: number, key: Value | undefined, name: string): number {
  if (position < 0) throw new FormulaError('NA', `Did not find value '${textual(key)}' in ${name} evaluation.`)
  return position
}

/** A single row or column as one column. */
function vectorOf(values: Value | undefined, name: string): Matrix {
  if (values instanceof FormulaError) throw values
  const matrix = matrixOf(values)
  if (matrix.rows !== 1 && matrix.columns !== 1)
    throw new FormulaError('NA', `${name} range must be a single row or a single column.`)
  return matrix
}

function match([key, values, mode = 1]: Args): FormulaValue {
  const matrix = vectorOf(values, 'MATCH')
  const type = Math.sign(integer(mode))
  const wanted = topLeft(key)
  const position = type === 0 ? exactPosition(matrix, 'cells', wanted, true) : sortedPosition(matrix, 'cells', wanted, type < 0)
  return found(position, key, 'MATCH') + 1
}

/** Modes: 0 exact, 1 or the next greater, -1 or the next smaller, 2 with wildcards. A direction of -1 searches from the end. */
function extendedPosition(matrix: Matrix, key: FormulaValue, mode: number, direction: number): number {
  if (mode === 0 || mode === 2) return exactPosition(matrix, 'cells', key, mode === 2, direction < 0)
  return nearestPosition(matrix, 'cells', key, mode < 0)
}

function extendedLookup([key, values, results, missing, mode = 0, direction = 1]: Args): Value {
  const matrix = vectorOf(values, 'XLOOKUP')
  const answers = matrixOf(results)
  const upright = matrix.columns === 1 && !(matrix.rows === 1 && answers.rows === 1)
  const position = extendedPosition(matrix, topLeft(key), integer(mode), integer(direction))
  if (position < 0 && missing !== undefined && missing !== null) return isArray(missing) ? topLeft(missing) : missing
  found(position, key, 'XLOOKUP')
  if (upright) return answers.columns === 1 ? answers.at(position, 0) : new Matrix(1, answers.columns, answers.row(position))
  const column = Array.from({ length: answers.rows }, (_, row) => answers.at(row, position))
  return column.length === 1 ? (column[0] ?? null) : new Matrix(column.length, 1, column)
}

/** LOOKUP(key, range, results), or in one array: its first column or row is searched, its last one answers. */
function plainLookup([key, values, results]: Args): FormulaValue {
  const matrix = matrixOf(values)
  const upright = matrix.rows >= matrix.columns
  const position = found(sortedPosition(matrix, upright ? 0 : 'row', topLeft(key)), key, 'LOOKUP')
  if (results === undefined) return upright ? matrix.at(position, matrix.columns - 1) : matrix.at(matrix.rows - 1, position)
  const answers = matrixOf(results)
  return answers.columns === 1 ? answers.at(position, 0) : answers.at(0, position)
}
