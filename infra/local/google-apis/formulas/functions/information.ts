import { Matrix, matrixOf, RangeValue, topLeft, type Value } from '../arrays.ts'
import { textual } from '../coercion.ts'
import { type FunctionFamily, type FunctionSpec, type Scope, single } from '../function-spec.ts'
import { momentFromText } from '../number-text.ts'
import { intersect } from '../range-resolution.ts'
import { FormulaError, type FormulaValue } from '../values.ts'

export const information: FunctionFamily = {
  ISNA: check((value) => value instanceof FormulaError && value.type === 'NA'),
  ISERROR: check((value) => value instanceof FormulaError),
  ISERR: check((value) => value instanceof FormulaError && value.type !== 'NA'),
  ISBLANK: check((value) => value === null),
  ISNUMBER: check((value) => typeof value === 'number'),
  ISTEXT: check((value) => typeof value === 'string'),
  ISNONTEXT: check((value) => typeof value !== 'string'),
  ISLOGICAL: check((value) => typeof value === 'boolean'),
  ISDATE: cellwise((value, shows) =>
    typeof value === 'string' ? momentFromText(value) !== undefined : typeof value === 'number' && shows.date(),
  ),
  NA: single(0, 0, () => new FormulaError('NA')),
  N: single(1, 1, ([value]) => numberOrZero(topLeft(value))),
  T: single(1, 1, ([value]) => textOrNothing(topLeft(value))),
  TYPE: single(1, 1, ([value]) => typeNumber(topLeft(value))),
  /** Only numbers change; computed ones have no format, so they show as plain numbers. */
  TO_TEXT: cellwise((value, shows) => (typeof value === 'number' ? shows.text() : value)),
}

function check(holds: (value: FormulaValue) => boolean): FunctionSpec {
  return single(1, 1, ([value]) => holds(topLeft(value)))
}

interface Shown {
  text(): string
  date(): boolean
}

/** A function of one cell that also asks how the cell is shown. */
function cellwise(read: (value: FormulaValue, shows: Shown) => FormulaValue): FunctionSpec {
  const call = ([value]: readonly (Value | undefined)[], scope: Scope): Value => {
    if (value instanceof RangeValue && !scope.array) return readOne(value, scope, read)
    if (value instanceof RangeValue) return readRange(value, read)
    const plain = (cell: FormulaValue) => read(cell, { text: () => textual(cell), date: () => false })
    return value instanceof Matrix && scope.array
      ? new Matrix(value.rows, value.columns, value.cells.map(plain))
      : plain(topLeft(value))
  }
  return { count: [1, 1], whole: () => true, call }
}

function readRange(value: RangeValue, read: (value: FormulaValue, shows: Shown) => FormulaValue): Matrix {
  const matrix = matrixOf(value)
  const cells = matrix.cells.map((cell, index) => {
    const row = Math.floor(index / matrix.columns)
    return read(cell, shown(value, row, index - row * matrix.columns))
  })
  return new Matrix(matrix.rows, matrix.columns, cells)
}

function readOne(value: RangeValue, scope: Scope, read: (value: FormulaValue, shows: Shown) => FormulaValue): FormulaValue {
  const { range } = value
  const cell = intersect(value, scope)
  const row = range.endRow - range.startRow === 1 ? 0 : scope.at.row - range.startRow
  const column = range.endColumn - range.startColumn === 1 ? 0 : scope.at.column - range.startColumn
  return read(cell, shown(value, value.spills ? 0 : row, value.spills ? 0 : column))
}

function shown({ world, range }: RangeValue, row: number, column: number): Shown {
  return {
    text: () => world.displayed(range.sheetId, range.startRow + row, range.startColumn + column),
    date: () => world.isDate?.(range.sheetId, range.startRow + row, range.startColumn + column) ?? false,
  }
}

function numberOrZero(value: FormulaValue): FormulaValue {
  if (value instanceof FormulaError || typeof value === 'number') return value
  return value === true ? 1 : 0
}

function textOrNothing(value: FormulaValue): FormulaValue {
  return value instanceof FormulaError || typeof value === 'string' ? value : ''
}

function typeNumber(value: FormulaValue): number {
  if (value instanceof FormulaError) return 16
  return typeof value === 'string' ? 2 : typeof value === 'boolean' ? 4 : 1
}
