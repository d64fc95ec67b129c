import { finite, integer, numeric } from '../coercion.ts'
import { type FunctionFamily, single } from '../function-spec.ts'
import { FormulaError } from '../values.ts'

export const math: FunctionFamily = {
  ROUND: single(1, 2, ([value, places = 0]) => rounded(numeric(value), integer(places), Math.round)),
  ROUNDUP: single(1, 2, ([value, places = 0]) => rounded(numeric(value), integer(places), Math.ceil)),
  ROUNDDOWN: single(1, 2, ([value, places = 0]) => rounded(numeric(value), integer(places), Math.floor)),
  TRUNC: single(1, 2, ([value, places = 0]) => rounded(numeric(value), integer(places), Math.floor)),
  INT: single(1, 1, ([value]) => Math.floor(numeric(value))),
  CEILING: single(1, 2, ([value, step = 1]) => multiple(numeric(value), numeric(step), Math.ceil)),
  FLOOR: single(1, 2, ([value, step = 1]) => multiple(numeric(value), numeric(step), Math.floor)),
  MOD: single(2, 2, ([value, by]) => modulo(numeric(value), numeric(by))),
  QUOTIENT: single(2, 2, ([value, by]) => Math.trunc(numeric(value) / divisor(numeric(by), 'QUOTIENT'))),
  ABS: single(1, 1, ([value]) => Math.abs(numeric(value))),
  SIGN: single(1, 1, ([value]) => Math.sign(numeric(value))),
  SQRT: single(1, 1, ([value]) => root(numeric(value))),
  EXP: single(1, 1, ([value]) => finite(Math.exp(numeric(value)))),
  LN: single(1, 1, ([value]) => finite(Math.log(numeric(value)))),
  LOG10: single(1, 1, ([value]) => finite(Math.log10(numeric(value)))),
  LOG: single(1, 2, ([value, base = 10]) => finite(Math.log(numeric(value)) / Math.log(numeric(base)))),
  PI: single(0, 0, () => Math.PI),
  ISEVEN: single(1, 1, ([value]) => integer(value) % 2 === 0),
  ISODD: single(1, 1, ([value]) => integer(value) % 2 !== 0),
}

/** Rounds the magnitude in decimal, as it prints with fifteen digits, so that 1.005 becomes 1.01. */
function rounded(value: number, places: number, round: (value: number) => number): number {
  const shifted = Number(shiftedText(Math.abs(value), places))
  return Math.sign(value) * Number(shiftedText(round(shifted), -places)) + 0
}

function shiftedText(value: number, places: number): string {
  const [digits = '0', exponent = '0'] = String(Number(value.toPrecision(15))).split('e')
  return `${digits}e${Number(exponent) + places}`
}

function multiple(value: number, step: number, round: (value: number) => number): number {
  return step === 0 ? 0 : Number((round(Number((value / step).toPrecision(15))) * step).toPrecision(15))
}

/** The remainder has the divisor's sign. */
function modulo(value: number, by: number): number {
  const remainder = value % divisor(by, 'MOD')
  return remainder !== 0 && remainder < 0 !== by < 0 ? remainder + by : remainder + 0
}

function divisor(value: number, name: string): number {
  if (value === 0) throw new FormulaError('DIVIDE_BY_ZERO', `Function ${name} parameter 2 cannot be zero.`)
  return value
}

function root(value: number): number {
  if (value < 0) throw new FormulaError('NUM', `Function SQRT parameter 1 value is negative. It should be positive or zero.`)
  return Math.sqrt(value)
}
