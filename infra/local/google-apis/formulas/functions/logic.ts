import { assertSize, Matrix, matrixOf, stretched, topLeft, type Value } from '../arrays.ts'
import { integer, logical } from '../coercion.ts'
import { equalValues } from '../comparison.ts'
import { aggregate, type FunctionFamily, type FunctionSpec, MANY, single } from '../function-spec.ts'
import { FormulaError, type FormulaValue } from '../values.ts'

export const logic: FunctionFamily = {
  TRUE: single(0, 0, () => true),
  FALSE: single(0, 0, () => false),
  NOT: single(1, 1, ([value]) => !logical(value)),
  AND: aggregate((args) => truths(args).every((truth) => truth)),
  OR: aggregate((args) => truths(args).some((truth) => truth)),
  XOR: aggregate((args) => truths(args).filter((truth) => truth).length % 2 === 1),
  IFS: single(2, MANY, (args) => ifs(args)),
  SWITCH: single(3, MANY, (args) => switched(args)),
  CHOOSE: single(2, MANY, ([index, ...choices]) => {
    const number = integer(index)
    if (number < 1 || number > choices.length)
      throw new FormulaError('NUM', `Function CHOOSE parameter 1 value is ${number}, which is out of range.`)
    return topLeft(choices[number - 1])
  }),
  IFERROR: catching((error) => error instanceof FormulaError),
  IFNA: catching((error) => error instanceof FormulaError && error.type === 'NA'),
}

function catching(caught: (value: FormulaValue) => boolean): FunctionSpec {
  const call: FunctionSpec['call'] = ([value, instead]) => (caught(topLeft(value)) ? topLeft(instead) : topLeft(value))
  return { count: [1, 2], liftsArrays: true, call }
}

/** Truth values of all arguments; in ranges texts and blanks don't count. */
function truths(args: readonly (Value | undefined)[]): boolean[] {
  const found = args.flatMap((arg) => {
    const { cells } = matrixOf(arg)
    if (cells.length === 1) return cells[0] === null ? [] : [logical(cells[0])]
    return cells
      .filter((cell) => cell instanceof FormulaError || typeof cell === 'boolean' || typeof cell === 'number')
      .map(logical)
  })
  if (found.length === 0) throw new FormulaError('VALUE', 'There is nothing that is TRUE or FALSE.')
  return found
}

function ifs(args: readonly (Value | undefined)[]): FormulaValue {
  for (let index = 0; index + 1 < args.length; index += 2) if (logical(args[index])) return topLeft(args[index + 1])
  throw new FormulaError('NA', 'No match.')
}

function switched([subject, ...cases]: readonly (Value | undefined)[]): FormulaValue {
  for (let index = 0; index + 1 < cases.length; index += 2) {
    if (equalValues(topLeft(subject), topLeft(cases[index]))) return topLeft(cases[index + 1])
  }
  if (cases.length % 2 === 1) return topLeft(cases.at(-1))
  throw new FormulaError('NA', 'No match.')
}

/** IF over an array of conditions. */
export function chosen(conditions: Matrix, thenValue: Value, elseValue: Value): Matrix {
  const branches = [matrixOf(thenValue), matrixOf(elseValue)] as const
  const rows = Math.max(conditions.rows, branches[0].rows, branches[1].rows)
  const columns = Math.max(conditions.columns, branches[0].columns, branches[1].columns)
  assertSize(rows, columns)
  const cells: FormulaValue[] = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const condition = stretched(conditions, row, column)
      cells.push(condition instanceof FormulaError ? condition : branchElement(condition, branches, row, column))
    }
  }
  return new Matrix(rows, columns, cells)
}

function branchElement(condition: FormulaValue, branches: readonly [Matrix, Matrix], row: number, column: number): FormulaValue {
  try {
    return stretched(logical(condition) ? branches[0] : branches[1], row, column)
  } catch (error) {
    if (error instanceof FormulaError) return error
    throw error
  }
}
