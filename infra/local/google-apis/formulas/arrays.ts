import { FormulaError, type FormulaValue } from './values.ts'
import type { CellRange, FormulaWorld } from './world.ts'

/** Values in rows and columns, row after row in one list. */
export class Matrix {
  readonly rows: number
  readonly columns: number
  readonly cells: readonly FormulaValue[]

  constructor(rows: number, columns: number, cells: readonly FormulaValue[]) {
    this.rows = rows
    this.columns = columns
    this.cells = cells
  }

  at(row: number, column: number): FormulaValue {
    return this.cells[row * this.columns + column] ?? null
  }

  row(row: number): readonly FormulaValue[] {
    return this.cells.slice(row * this.columns, (row + 1) * this.columns)
  }
}

/**
 * Cells of a sheet, read when needed. `range` reaches to the grid's end where the reference is open; only `rows` of it
 * are read, for those after them are blank. `spills` marks a range that a function made up: it is not cut down to one
 * cell outside of ARRAYFORMULA.
 */
export class RangeValue {
  readonly range: CellRange
  readonly rows: number
  readonly columns: number
  readonly spills: boolean
  readonly world: FormulaWorld
  #matrix: Matrix | undefined

  constructor(world: FormulaWorld, range: CellRange, rows: number, spills = false) {
    this.world = world
    this.range = range
    this.rows = rows
    this.columns = range.endColumn - range.startColumn
    this.spills = spills
  }

  at(row: number, column: number): FormulaValue {
    const { sheetId, startRow, startColumn } = this.range
    return this.world.value(sheetId, startRow + row, startColumn + column)
  }

  matrix(): Matrix {
    this.#matrix ??= this.#read()
    return this.#matrix
  }

  #read(): Matrix {
    const { memo } = this.world
    const { sheetId, startRow, startColumn } = this.range
    const key = `${sheetId},${startRow},${startColumn},${this.rows},${this.columns}`
    const known = memo?.get(key)
    if (known) return known
    const cells: FormulaValue[] = []
    for (let row = 0; row < this.rows; row++)
      for (let column = 0; column < this.columns; column++) cells.push(this.at(row, column))
    const matrix = new Matrix(this.rows, this.columns, cells)
    memo?.set(key, matrix)
    return matrix
  }
}

/** What a piece of a formula comes to. */
export type Value = FormulaValue | Matrix | RangeValue

export function isArray(value: Value | undefined): value is Matrix | RangeValue {
  return value instanceof Matrix || value instanceof RangeValue
}

/** The value as rows and columns; a single value is a matrix of one. */
export function matrixOf(value: Value | undefined): Matrix {
  if (value instanceof Matrix) return value
  return value instanceof RangeValue ? value.matrix() : new Matrix(1, 1, [value ?? null])
}

/** A matrix from rows; short rows are filled up with #N/A. */
export function matrixOfRows(rows: readonly (readonly FormulaValue[])[]): Matrix {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0)
  assertSize(rows.length, columns)
  const filled = rows.flatMap((row) =>
    row.length === columns ? row : [...row, ...new Array(columns - row.length).fill(NOT_AVAILABLE)],
  )
  return new Matrix(rows.length, columns, filled)
}

/** A matrix of one column. */
export function columnOf(cells: readonly FormulaValue[]): Matrix {
  return new Matrix(cells.length, 1, cells)
}

/** The first value of an array, or the value itself. */
export function topLeft(value: Value | undefined): FormulaValue {
  if (!isArray(value)) return value ?? null
  return value.rows > 0 && value.columns > 0 ? value.at(0, 0) : null
}

/** What stands where a shorter array has nothing to set against a longer one. */
const NOT_AVAILABLE = new FormulaError('NA')

/** Element of an array that is stretched over a larger one: a single row or column is repeated, the rest is #N/A. */
export function stretched(matrix: Matrix, row: number, column: number): FormulaValue {
  const fromRow = matrix.rows === 1 ? 0 : row
  const fromColumn = matrix.columns === 1 ? 0 : column
  return fromRow < matrix.rows && fromColumn < matrix.columns ? matrix.at(fromRow, fromColumn) : NOT_AVAILABLE
}

const MOST_CELLS = 10_000_000

/** Throws when an array would have more cells than a spreadsheet may have. */
export function assertSize(rows: number, columns: number): void {
  if (rows * columns > MOST_CELLS) throw new FormulaError('ERROR', 'The result has more cells than a spreadsheet can hold.')
}
