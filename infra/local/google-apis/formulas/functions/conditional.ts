import { type Matrix, matrixOf, topLeft, type Value } from '../arrays.ts'
import { type Criterion, criterionOf, matchingPositions } from '../criterion.ts'
import { type FunctionFamily, type FunctionSpec, lookup, MANY } from '../function-spec.ts'
import { isNumber, mean, total } from '../numbers.ts'
import { FormulaError } from '../values.ts'
import { unreadCells } from './aggregate.ts'

type Args = readonly (Value | undefined)[]
type Pair = { readonly matrix: Matrix; readonly criterion: Criterion }

export const conditionals: FunctionFamily = {
  COUNTIF: lookup(2, 2, [0], counted),
  COUNTIFS: { ...pairwise(0, counted), count: [2, MANY] },
  SUMIF: lookup(2, 3, [0, 2], ([range, criterion, summed = range]) => total(selected(summed, pairsOf([range, criterion])))),
  AVERAGEIF: lookup(2, 3, [0, 2], ([range, criterion, averaged = range]) =>
    mean(selected(averaged, pairsOf([range, criterion]))),
  ),
  SUMIFS: pairwise(1, ([summed, ...pairs]) => total(selected(summed, pairsOf(pairs)))),
  AVERAGEIFS: pairwise(1, ([averaged, ...pairs]) => mean(selected(averaged, pairsOf(pairs)))),
  MINIFS: pairwise(1, ([values, ...pairs]) => extreme(selected(values, pairsOf(pairs)), Math.min)),
  MAXIFS: pairwise(1, ([values, ...pairs]) => extreme(selected(values, pairsOf(pairs)), Math.max)),
}

/** A function whose ranges and criteria alternate after `leading` ranges. */
function pairwise(leading: 0 | 1, call: FunctionSpec['call']): FunctionSpec {
  return { count: [leading + 2, MANY], whole: (index) => index < leading || (index - leading) % 2 === 0, ownLength: true, call }
}

/** Matching cells; blank ones below the last row in use are counted too. */
function counted(args: Args): number {
  const pairs = pairsOf(args)
  const unread = pairs.every(({ criterion }) => criterion.test(null)) ? unreadCells(args[0]) : 0
  return matchingPositions(pairs).length + unread
}

function pairsOf(args: Args): Pair[] {
  if (args.length % 2 === 1) throw new FormulaError('NA', 'Ranges and criteria must come in pairs.')
  const pairs: Pair[] = []
  for (let index = 0; index < args.length; index += 2) {
    const range = args[index]
    if (range instanceof FormulaError) throw range
    pairs.push({ matrix: matrixOf(range), criterion: criterionOf(topLeft(args[index + 1])) })
  }
  if (new Set(pairs.map(({ matrix }) => matrix.columns)).size > 1)
    throw new FormulaError('VALUE', 'Array arguments are of different size.')
  return pairs
}

/** Numbers at the matching places. */
function selected(values: Value | undefined, pairs: readonly Pair[]): number[] {
  const { cells } = matrixOf(values)
  return matchingPositions(pairs)
    .map((position) => cells[position] ?? null)
    .filter(isNumber)
}

function extreme(values: readonly number[], better: (one: number, other: number) => number): number {
  return values.length === 0 ? 0 : values.reduce((one, other) => better(one, other))
}
