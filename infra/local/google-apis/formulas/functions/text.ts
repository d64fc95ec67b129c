import { matrixOf, topLeft, type Value } from '../arrays.ts'
import { integer, logical, numberText, numeric, textual } from '../coercion.ts'
import { aggregate, type FunctionFamily, lookup, MANY, single } from '../function-spec.ts'
import { formatWithPattern } from '../number-pattern.ts'
import { numberFromText } from '../number-text.ts'
import { FormulaError } from '../values.ts'
import { wildcardSearch, withoutEscapes } from '../wildcard.ts'

const LONGEST_TEXT = 50_000

export const texts: FunctionFamily = {
  LEN: single(1, 1, ([text]) => textual(text).length),
  TRIM: single(1, 1, ([text]) => textual(text).replace(/ +/g, ' ').replace(/^ | $/g, '')),
  CLEAN: single(1, 1, ([text]) => [...textual(text)].filter((letter) => letter >= ' ').join('')),
  UPPER: single(1, 1, ([text]) => textual(text).toUpperCase()),
  LOWER: single(1, 1, ([text]) => textual(text).toLowerCase()),
  PROPER: single(1, 1, ([text]) =>
    textual(text)
      .toLowerCase()
      .replace(/\p{L}+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1)),
  ),
  LEFT: single(1, 2, ([text, count = 1]) => textual(text).slice(0, natural(count, 'LEFT'))),
  RIGHT: single(1, 2, ([text, count = 1]) => lastLetters(textual(text), natural(count, 'RIGHT'))),
  MID: single(3, 3, ([text, start, count]) => middle(textual(text), integer(start), natural(count, 'MID'))),
  REPT: single(2, 2, ([text, count]) => repeated(textual(text), natural(count, 'REPT'))),
  EXACT: single(2, 2, ([one, other]) => textual(one) === textual(other)),
  FIND: single(2, 3, ([part, text, start = 1]) => position(textual(text).indexOf(textual(part), integer(start) - 1), 'FIND')),
  SEARCH: single(2, 3, ([part, text, start = 1]) => search(textual(part), textual(text), integer(start))),
  SUBSTITUTE: single(3, 4, ([text, from, to, which]) =>
    substitute(textual(text), textual(from), textual(to), which === undefined ? undefined : integer(which)),
  ),
  REPLACE: single(4, 4, ([text, start, count, by]) => {
    const from = integer(start) - 1
    return textual(text).slice(0, from) + textual(by) + textual(text).slice(from + natural(count, 'REPLACE'))
  }),
  CONCATENATE: aggregate((args) => args.flatMap((arg) => matrixOf(arg).cells.map(textual)).join('')),
  JOIN: aggregate(([glue, ...parts]) => parts.flatMap((part) => matrixOf(part).cells.map(textual)).join(textual(glue)), 2),
  TEXTJOIN: aggregate(([glue, skipsEmpty, ...parts]) => {
    const all = parts.flatMap((part) => matrixOf(part).cells.map(textual))
    return (logical(skipsEmpty) ? all.filter((text) => text !== '') : all).join(textual(glue))
  }, 3),
  CHAR: single(1, 1, ([code]) => character(integer(code), 'CHAR')),
  UNICHAR: single(1, 1, ([code]) => character(integer(code), 'UNICHAR')),
  CODE: single(1, 1, ([text]) => firstCode(textual(text))),
  UNICODE: single(1, 1, ([text]) => firstCode(textual(text))),
  VALUE: single(1, 1, ([value]) => (typeof value === 'boolean' ? notANumber(value) : numeric(value))),
  TEXT: single(2, 2, ([value, pattern]) => formatted(value, textual(pattern))),
  FIXED: single(1, 3, ([value, decimals = 2, plain = false]) => fixed(numeric(value), integer(decimals), logical(plain))),
  HYPERLINK: single(1, MANY, ([link, label]) => topLeft(label ?? link)),
  /** A drawing: the cell has no value. */
  SPARKLINE: lookup(1, 2, [0, 1], () => null),
}

function natural(value: Value | undefined, name: string): number {
  const count = integer(value)
  if (count < 0)
    throw new FormulaError('VALUE', `Function ${name} expects a count that is greater than or equal to 0, but got ${count}.`)
  return count
}

function lastLetters(text: string, count: number): string {
  return count === 0 ? '' : text.slice(-count)
}

function middle(text: string, start: number, count: number): string {
  if (start < 1)
    throw new FormulaError('NUM', `Function MID parameter 2 value is ${start}. It should be greater than or equal to 1.`)
  return text.slice(start - 1, start - 1 + count)
}

function repeated(text: string, count: number): string {
  if (text.length * count > LONGEST_TEXT)
    throw new FormulaError('VALUE', `Text result of REPT is longer than the limit of ${LONGEST_TEXT} characters.`)
  return text.repeat(count)
}

function position(index: number, name: string): number {
  if (index < 0) throw new FormulaError('VALUE', `In ${name} evaluation, cannot find the text.`)
  return index + 1
}

function search(part: string, text: string, start: number): number {
  const found = wildcardSearch(part, text, start - 1) ?? text.toLowerCase().indexOf(withoutEscapes(part).toLowerCase(), start - 1)
  return position(found, 'SEARCH')
}

function substitute(text: string, from: string, to: string, which: number | undefined): string {
  if (from === '') return text
  if (which === undefined) return text.replaceAll(from, () => to)
  let index = -1
  for (let seen = 0; seen < which; seen++) {
    index = text.indexOf(from, index < 0 ? 0 : index + from.length)
    if (index < 0) return text
  }
  return index < 0 ? text : text.slice(0, index) + to + text.slice(index + from.length)
}

function character(code: number, name: string): string {
  if (code < 1 || code > 0x10ffff) throw new FormulaError('NUM', `Function ${name} parameter 1 value ${code} is out of range.`)
  return String.fromCodePoint(code)
}

function firstCode(text: string): number {
  const code = text.codePointAt(0)
  if (code === undefined) throw new FormulaError('VALUE', 'The text is empty.')
  return code
}

function notANumber(value: Value): never {
  throw new FormulaError('VALUE', `VALUE parameter '${textual(value)}' cannot be parsed to number.`)
}

function formatted(value: Value | undefined, pattern: string): string {
  const shown = topLeft(value)
  if (typeof shown === 'boolean') return textual(shown)
  const number = typeof shown === 'string' ? numberFromText(shown) : numeric(shown)
  return number === undefined ? textual(shown) : formatWithPattern(number, pattern)
}

function fixed(value: number, decimals: number, plain: boolean): string {
  if (decimals < 0) return numberText(Math.round(value * 10 ** decimals) / 10 ** decimals)
  return formatWithPattern(value, `${plain ? '0' : '#,##0'}${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`)
}
