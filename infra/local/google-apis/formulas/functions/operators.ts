import { topLeft } from '../arrays.ts'
import { finite, numeric, textual } from '../coercion.ts'
import { compareValues, equalValues } from '../comparison.ts'
import { type FunctionFamily, type FunctionSpec, single } from '../function-spec.ts'
import { FormulaError } from '../values.ts'

function arithmetic(combine: (left: number, right: number) => number): FunctionSpec {
  return single(2, 2, ([left, right]) => finite(combine(numeric(left), numeric(right))))
}

function comparison(holds: (order: number) => boolean): FunctionSpec {
  return single(2, 2, ([left, right]) => holds(compareValues(topLeft(left), topLeft(right))))
}

const add = arithmetic((left, right) => left + right)
const subtract = arithmetic((left, right) => left - right)
const multiply = arithmetic((left, right) => left * right)
const divide = arithmetic(quotient)
const power = arithmetic((left, right) => left ** right)
const join = single(2, 2, ([left, right]) => textual(left) + textual(right))
const equal = single(2, 2, ([left, right]) => equalValues(topLeft(left), topLeft(right)))
const unequal = single(2, 2, ([left, right]) => !equalValues(topLeft(left), topLeft(right)))
const percent = single(1, 1, ([value]) => numeric(value) / 100)
const minus = single(1, 1, ([value]) => -numeric(value))

/** Operators by their sign, and the functions that do the same. */
export const operators: FunctionFamily = {
  '+': add,
  ADD: add,
  '-': subtract,
  MINUS: subtract,
  '*': multiply,
  MULTIPLY: multiply,
  '/': divide,
  DIVIDE: divide,
  '^': power,
  POW: power,
  POWER: power,
  '&': join,
  CONCAT: join,
  '=': equal,
  EQ: equal,
  '<>': unequal,
  NE: unequal,
  '<': comparison((order) => order < 0),
  LT: comparison((order) => order < 0),
  '>': comparison((order) => order > 0),
  GT: comparison((order) => order > 0),
  '<=': comparison((order) => order <= 0),
  LTE: comparison((order) => order <= 0),
  '>=': comparison((order) => order >= 0),
  GTE: comparison((order) => order >= 0),
  '%': percent,
  UNARY_PERCENT: percent,
  negate: minus,
  UMINUS: minus,
  plus: single(1, 1, ([value]) => topLeft(value)),
}

function quotient(left: number, right: number): number {
  if (right === 0) throw new FormulaError('DIVIDE_BY_ZERO', 'Function DIVIDE parameter 2 cannot be zero.')
  return left / right
}
