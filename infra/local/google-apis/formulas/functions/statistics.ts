import type { Value } from '../arrays.ts'
import { integer, logical, numeric } from '../coercion.ts'
import { aggregate, type FunctionFamily, lookup } from '../function-spec.ts'
import { mean, numbersIn, total } from '../numbers.ts'
import { FormulaError } from '../values.ts'
import { required } from './aggregate.ts'

export const statistics: FunctionFamily = {
  LARGE: lookup(2, 2, [0], ([values, place]) => ranked(values, place, 'LARGE', (one, other) => other - one)),
  SMALL: lookup(2, 2, [0], ([values, place]) => ranked(values, place, 'SMALL', (one, other) => one - other)),
  RANK: lookup(2, 3, [1], ([value, values, ascending = false]) => rank(numeric(value), numbersIn([values]), logical(ascending))),
  MEDIAN: aggregate((args) => percentile(sorted(numbersIn(args)), 0.5)),
  PERCENTILE: lookup(2, 2, [0], ([values, share]) => percentile(sorted(numbersIn([values])), numeric(share))),
  QUARTILE: lookup(2, 2, [0], ([values, quarter]) => percentile(sorted(numbersIn([values])), integer(quarter) / 4)),
  STDEV: aggregate((args) => Math.sqrt(variance(numbersIn(args), 1))),
  STDEVP: aggregate((args) => Math.sqrt(variance(numbersIn(args), 0))),
  VAR: aggregate((args) => variance(numbersIn(args), 1)),
  VARP: aggregate((args) => variance(numbersIn(args), 0)),
}

function sorted(values: number[]): readonly number[] {
  return required(values.sort((one, other) => one - other))
}

function ranked(
  values: Value | undefined,
  place: Value | undefined,
  name: string,
  order: (one: number, other: number) => number,
): number {
  const found = numbersIn([values]).sort(order)[integer(place) - 1]
  if (found === undefined) throw new FormulaError('NUM', `Function ${name} parameter 2 value ${integer(place)} is out of range.`)
  return found
}

function rank(value: number, values: readonly number[], ascending: boolean): number {
  if (!values.includes(value)) throw new FormulaError('NA', 'The value is not in the data of RANK.')
  return 1 + values.filter((other) => (ascending ? other < value : other > value)).length
}

function percentile(values: readonly number[], share: number): number {
  if (share < 0 || share > 1) throw new FormulaError('NUM', 'The share is out of range.')
  const position = share * (values.length - 1)
  const below = values[Math.floor(position)] ?? 0
  const above = values[Math.ceil(position)] ?? 0
  return below + (above - below) * (position - Math.floor(position))
}

/** `less` is 1 for a sample, 0 for the whole population. */
function variance(values: readonly number[], less: 0 | 1): number {
  if (values.length <= less) throw new FormulaError('DIVIDE_BY_ZERO', 'Evaluation caused a divide by zero error.')
  const middle = mean(values)
  return total(values.map((value) => (value - middle) ** 2)) / (values.length - less)
}
