import { assertSize, columnOf, isArray, Matrix, matrixOf, matrixOfRows, type Value } from '../arrays.ts'
import { integer, logical, numeric } from '../coercion.ts'
import { compareValues } from '../comparison.ts'
import { aggregate, type FunctionFamily, MANY, single } from '../function-spec.ts'
import { FormulaError, type FormulaValue } from '../values.ts'

type Args = readonly (Value | undefined)[]
type Row = readonly FormulaValue[]

export const arrays: FunctionFamily = {
  UNIQUE: aggregate(([value]) => unique(matrixOf(value)), 1, 1),
  SORT: { ...aggregate(([value, ...keys]) => sorted(matrixOf(value), keys), 1, MANY), arrayArguments: true },
  FILTER: {
    count: [2, MANY],
    whole: () => true,
    arrayArguments: true,
    call: ([value, ...conditions]) => filtered(matrixOf(value), conditions),
  },
  TRANSPOSE: aggregate(([value]) => transposed(matrixOf(value)), 1, 1),
  FLATTEN: aggregate((args) => columnOf(args.flatMap((arg) => matrixOf(arg).cells))),
  SEQUENCE: single(1, 4, ([rows, columns, start, step]) =>
    sequence(integer(rows), integer(columns ?? 1), numeric(start ?? 1), numeric(step ?? 1)),
  ),
  SUMPRODUCT: { count: [1, MANY], whole: () => true, arrayArguments: true, call: sumOfProducts },
  ARRAY_CONSTRAIN: aggregate(([value, rows, columns]) => constrained(matrixOf(value), integer(rows), integer(columns)), 3, 3),
}

function rowsOf(matrix: Matrix): Row[] {
  return Array.from({ length: matrix.rows }, (_, row) => matrix.row(row))
}

function constrained(matrix: Matrix, rows: number, columns: number): Matrix {
  return matrixOfRows(
    rowsOf(matrix)
      .slice(0, rows)
      .map((row) => row.slice(0, columns)),
  )
}

function unique(matrix: Matrix): Matrix {
  const seen = new Map<string, Row>()
  for (const row of rowsOf(matrix)) {
    const key = JSON.stringify(row)
    if (!seen.has(key)) seen.set(key, row)
  }
  return matrixOfRows([...seen.values()])
}

/** SORT(range, column or array, ascending, …); blanks come last. */
function sorted(matrix: Matrix, keys: Args): Matrix {
  const orders = keys.length === 0 ? [{ values: columnValues(matrix, 0), ascending: true }] : keyPairs(matrix, keys)
  const order = Array.from({ length: matrix.rows }, (_, row) => row).sort((one, other) => {
    for (const { values, ascending } of orders) {
      const result = blanksLast(values[one] ?? null, values[other] ?? null, ascending)
      if (result !== 0) return result
    }
    return one - other
  })
  return matrixOfRows(order.map((row) => matrix.row(row)))
}

function keyPairs(matrix: Matrix, keys: Args): { values: Row; ascending: boolean }[] {
  const pairs: { values: Row; ascending: boolean }[] = []
  for (let index = 0; index < keys.length; index += 2) {
    const key = keys[index]
    const values = isArray(key) && key.rows > 1 ? matrixOf(key).cells : columnValues(matrix, integer(key) - 1)
    pairs.push({ values, ascending: logical(keys[index + 1] ?? true) })
  }
  return pairs
}

function columnValues(matrix: Matrix, column: number): Row {
  if (column < 0 || column >= matrix.columns)
    throw new FormulaError('VALUE', `Function SORT parameter 2 value is ${column + 1}, which is out of range.`)
  return Array.from({ length: matrix.rows }, (_, row) => matrix.at(row, column))
}

function blanksLast(one: FormulaValue, other: FormulaValue, ascending: boolean): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  const order = compareValues(one, other)
  return ascending ? order : -order
}

/** FILTER: conditions are single columns as long as the range, or single rows as wide. */
function filtered(matrix: Matrix, conditions: Args): Matrix {
  for (const condition of conditions) if (condition instanceof FormulaError) throw condition
  const masks = conditions.map(matrixOf)
  const byColumn =
    masks.every((mask) => mask.rows === 1 && mask.columns === matrix.columns) && !(matrix.columns === 1 && matrix.rows > 1)
  const fits = masks.every((mask) =>
    byColumn ? mask.columns === matrix.columns : mask.columns === 1 && mask.rows === matrix.rows,
  )
  if (!fits) throw new FormulaError('NA', 'FILTER has mismatched range sizes.')
  const lines = byColumn ? transposed(matrix) : matrix
  const kept = rowsOf(lines).filter((_, index) => masks.every((mask) => passes(mask.cells[index] ?? null)))
  if (kept.length === 0) throw new FormulaError('NA', 'No matches are found in FILTER evaluation.')
  return byColumn ? transposed(matrixOfRows(kept)) : matrixOfRows(kept)
}

/** Texts and errors among the conditions leave a row out. */
function passes(condition: FormulaValue): boolean {
  return condition === true || (typeof condition === 'number' && condition !== 0)
}

function transposed(matrix: Matrix): Matrix {
  const cells: FormulaValue[] = []
  for (let column = 0; column < matrix.columns; column++)
    for (let row = 0; row < matrix.rows; row++) cells.push(matrix.at(row, column))
  return new Matrix(matrix.columns, matrix.rows, cells)
}

function sequence(rows: number, columns: number, start: number, step: number): Matrix {
  if (rows < 1 || columns < 1) throw new FormulaError('NUM', 'Function SEQUENCE has no such size.')
  assertSize(rows, columns)
  return new Matrix(
    rows,
    columns,
    Array.from({ length: rows * columns }, (_, index) => start + index * step),
  )
}

/** What is no number counts as zero. */
function sumOfProducts(args: Args): number {
  const matrices = args.map(matrixOf)
  const [first] = matrices
  if (!first || matrices.some((matrix) => matrix.rows !== first.rows || matrix.columns !== first.columns)) {
    throw new FormulaError('VALUE', 'Array arguments to SUMPRODUCT are of different size.')
  }
  return first.cells.reduce<number>(
    (sum, _, index) => sum + matrices.reduce((product, { cells }) => product * factor(cells[index] ?? null), 1),
    0,
  )
}

function factor(cell: FormulaValue): number {
  if (cell instanceof FormulaError) throw cell
  return typeof cell === 'number' ? cell : 0
}
