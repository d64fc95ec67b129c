import { isArray, Matrix, matrixOf, RangeValue, type Value } from '../arrays.ts'
import { referenceAt } from '../cell-references.ts'
import { integer, logical, textual } from '../coercion.ts'
import type { FunctionFamily, FunctionSpec, Scope } from '../function-spec.ts'
import { rangeOfReference } from '../range-resolution.ts'
import { FormulaError } from '../values.ts'

type Args = readonly (Value | undefined)[]

export const references: FunctionFamily = {
  ROW: placed(
    (range, scope) => (scope.array ? counting(range.rows, 1, range.range.startRow + 1) : range.range.startRow + 1),
    'row',
  ),
  COLUMN: placed(
    (range, scope) => (scope.array ? counting(1, range.columns, range.range.startColumn + 1) : range.range.startColumn + 1),
    'column',
  ),
  ROWS: { count: [1, 1], whole: () => true, ownLength: true, call: ([value]) => sizeOf(value).rows },
  COLUMNS: { count: [1, 1], whole: () => true, ownLength: true, call: ([value]) => sizeOf(value).columns },
  INDEX: { count: [1, 3], whole: (index) => index === 0, ownLength: true, arrayArguments: true, call: indexed },
  OFFSET: { count: [3, 5], whole: (index) => index === 0, ownLength: true, call: offset },
  INDIRECT: { count: [1, 2], call: ([text, a1 = true], scope) => indirect(textual(text), logical(a1), scope) },
}

function placed(read: (range: RangeValue, scope: Scope) => Value, ownIndex: 'row' | 'column'): FunctionSpec {
  const call: FunctionSpec['call'] = ([value], scope) => {
    if (value === undefined) return scope.at[ownIndex] + 1
    if (value instanceof FormulaError) return value
    if (!(value instanceof RangeValue)) throw new FormulaError('NA', 'Argument must be a range.')
    return read(value, scope)
  }
  return { count: [0, 1], whole: () => true, call }
}

function counting(rows: number, columns: number, first: number): Matrix {
  return new Matrix(
    rows,
    columns,
    Array.from({ length: rows * columns }, (_, index) => first + index),
  )
}

function sizeOf(value: Value | undefined): { rows: number; columns: number } {
  if (value instanceof FormulaError) throw value
  if (!(value instanceof RangeValue)) return matrixOf(value)
  return { rows: value.range.endRow - value.range.startRow, columns: value.columns }
}

/** INDEX(range, row, column); 0 or nothing for one of them takes the whole line. */
function indexed([value, rowNumber, columnNumber]: Args): Value {
  if (value instanceof FormulaError) throw value
  const { rows, columns } = sizeOf(value)
  const line = rows === 1 && columnNumber === undefined
  const row = line ? Math.min(1, integer(rowNumber)) : integer(rowNumber)
  const column = line ? integer(rowNumber) : integer(columnNumber)
  if (row < 0 || column < 0 || row > rows || column > columns) {
    throw new FormulaError('NUM', `Function INDEX parameter value is out of range: row ${row}, column ${column}.`)
  }
  if (!isArray(value)) return value ?? null
  return part(value, row, column)
}

function part(value: Matrix | RangeValue, row: number, column: number): Value {
  if (value instanceof RangeValue) {
    const { range, world } = value
    const rows = row === 0 ? range : { startRow: range.startRow + row - 1, endRow: range.startRow + row }
    const columns = column === 0 ? range : { startColumn: range.startColumn + column - 1, endColumn: range.startColumn + column }
    const { startRow, endRow } = rows
    const { startColumn, endColumn } = columns
    return new RangeValue(
      world,
      { sheetId: range.sheetId, startRow, endRow, startColumn, endColumn },
      row === 0 ? value.rows : 1,
      true,
    )
  }
  const rows = row === 0 ? range(value.rows) : [row - 1]
  const columns = column === 0 ? range(value.columns) : [column - 1]
  return new Matrix(
    rows.length,
    columns.length,
    rows.flatMap((at) => columns.map((across) => value.at(at, across))),
  )
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index)
}

function offset([value, down, right, height, width]: Args): RangeValue {
  if (value instanceof FormulaError) throw value
  if (!(value instanceof RangeValue)) throw new FormulaError('VALUE', 'Argument must be a range.')
  const { range: from, world } = value
  const startRow = from.startRow + integer(down)
  const startColumn = from.startColumn + integer(right)
  const endRow = startRow + (height === undefined ? from.endRow - from.startRow : integer(height))
  const endColumn = startColumn + (width === undefined ? value.columns : integer(width))
  const outside =
    startRow < 0 || startColumn < 0 || endRow > world.rowCount(from.sheetId) || endColumn > world.columnCount(from.sheetId)
  if (outside || endRow <= startRow || endColumn <= startColumn)
    throw new FormulaError('REF', 'Function OFFSET evaluates to an out of bounds range.')
  return new RangeValue(world, { sheetId: from.sheetId, startRow, endRow, startColumn, endColumn }, endRow - startRow, true)
}

function indirect(text: string, a1: boolean, scope: Scope): RangeValue {
  const found = a1 ? referenceAt(text.trim(), 0) : undefined
  if (found && found.length === text.trim().length) {
    const plain = rangeOfReference(found.reference, scope, undefined)
    return new RangeValue(plain.world, plain.range, plain.rows, true)
  }
  const named = scope.world.namedRange?.(text)
  if (named) return new RangeValue(scope.world, named, named.endRow - named.startRow, true)
  throw new FormulaError('REF', `Function INDIRECT parameter 1 value is '${text}'. It is not a valid cell/range reference.`)
}
