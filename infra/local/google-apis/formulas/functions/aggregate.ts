import { matrixOf, RangeValue, type Value } from '../arrays.ts'
import { aggregate, type FunctionFamily } from '../function-spec.ts'
import { numberFromText } from '../number-text.ts'
import { mean, numbersIn, total } from '../numbers.ts'
import { FormulaError, type FormulaValue } from '../values.ts'

export const aggregates: FunctionFamily = {
  SUM: aggregate((args) => total(numbersIn(args))),
  PRODUCT: aggregate((args) => numbersIn(args).reduce((product, value) => product * value, 1)),
  AVERAGE: aggregate((args) => mean(numbersIn(args))),
  MIN: aggregate((args) => extreme(numbersIn(args), (one, other) => Math.min(one, other))),
  MAX: aggregate((args) => extreme(numbersIn(args), (one, other) => Math.max(one, other))),
  COUNT: aggregate((args) => args.flatMap(cellsOf).filter((cell) => typeof cell === 'number').length + readableTexts(args)),
  COUNTA: aggregate((args) => args.flatMap(cellsOf).filter((cell) => cell !== null).length),
  COUNTBLANK: aggregate(
    (args) => args.flatMap(cellsOf).filter((cell) => cell === null || cell === '').length + total(args.map(unreadCells)),
    1,
    1,
  ),
  COUNTUNIQUE: aggregate((args) => new Set(args.flatMap(cellsOf).filter((cell) => cell !== null && cell !== '')).size),
  SUMSQ: aggregate((args) => total(numbersIn(args).map((value) => value * value))),
}

function cellsOf(arg: Value | undefined): readonly FormulaValue[] {
  return arg === undefined ? [] : matrixOf(arg).cells
}

/** Texts given as they are, not in a range, count when they read as numbers. */
function readableTexts(args: readonly (Value | undefined)[]): number {
  return args.filter((arg) => typeof arg === 'string' && numberFromText(arg) !== undefined).length
}

/** Cells of an open range below the last row in use: all of them are blank. */
export function unreadCells(arg: Value | undefined): number {
  return arg instanceof RangeValue ? (arg.range.endRow - arg.range.startRow - arg.rows) * arg.columns : 0
}

function extreme(values: readonly number[], better: (one: number, other: number) => number): number {
  return values.length === 0 ? 0 : values.reduce(better)
}

/** Throws unless something is there to be counted with. */
export function required(values: readonly number[]): readonly number[] {
  if (values.length === 0) throw new FormulaError('NUM', 'There are no numbers.')
  return values
}
