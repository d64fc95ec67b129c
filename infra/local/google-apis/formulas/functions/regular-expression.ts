import { Matrix, topLeft, type Value } from '../arrays.ts'
import { textual } from '../coercion.ts'
import { type FunctionFamily, single } from '../function-spec.ts'
import { longestSubject } from '../pattern-cost.ts'
import { FormulaError } from '../values.ts'

const LONGEST_PATTERN = 500
const KEPT_PATTERNS = 500

const known = new Map<string, Expression>()

/** Functions over RE2 patterns; lengths are limited because the engine here, unlike RE2, can run very long on some. */
export const regularExpressions: FunctionFamily = {
  REGEXMATCH: single(2, 2, ([text, pattern]) => matched(text, expression(pattern)) !== null),
  REGEXREPLACE: single(3, 3, ([text, pattern, by]) => {
    const all = expression(pattern, 'g')
    return subject(text, all).replace(all.pattern, replacement(textual(by)))
  }),
  REGEXEXTRACT: single(2, 2, ([text, pattern]) => extracted(matched(text, expression(pattern)), pattern)),
}

function matched(text: Value | undefined, tried: Expression): RegExpExecArray | null {
  return tried.pattern.exec(subject(text, tried))
}

interface Expression {
  readonly pattern: RegExp
  readonly longest: number
}

function subject(value: Value | undefined, { longest }: Expression): string {
  const text = topLeft(value)
  if (typeof text === 'number' || typeof text === 'boolean')
    throw new FormulaError('VALUE', 'A regular expression expects a text value.')
  const read = textual(text)
  if (read.length > longest)
    throw new FormulaError('ERROR', 'The text is too long for this regular expression to be evaluated here.')
  return read
}

function expression(pattern: Value | undefined, flags = ''): Expression {
  const source = textual(pattern)
  const key = `${flags}/${source}`
  const found = known.get(key)
  if (found) return found
  if (source.length > LONGEST_PATTERN) throw new FormulaError('ERROR', 'The regular expression is too long to be evaluated here.')
  const made = { pattern: compiled(source, flags), longest: longestSubject(source) }
  if (known.size >= KEPT_PATTERNS) known.clear()
  known.set(key, made)
  return made
}

/** RE2 knows no lookaround and no backreferences; it takes needless backslashes, which JavaScript does only without `u`. */
function compiled(source: string, flags: string): RegExp {
  const leading = /^\(\?([ims]+)\)/.exec(source)
  const bare = leading ? source.slice(leading[0].length) : source
  const all = flags + (leading?.[1] ?? '')
  const foreign = /\(\?(?:[=!]|<[=!])|\\[1-9]/.test(bare)
  const made = foreign ? undefined : (expressionOf(bare, `u${all}`) ?? expressionOf(bare, all))
  if (!made) throw new FormulaError('REF', `Function parameter value "${source}" is not a valid regular expression.`)
  return made
}

function expressionOf(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags)
  } catch {
    return undefined
  }
}

/** Groups are written `$1` or `\1`, the whole match `$0`. */
function replacement(text: string): string {
  return text.replace(/[\\$](\d)/g, (_, group: string) => (group === '0' ? '$&' : `$${group}`))
}

function extracted(match: RegExpExecArray | null, pattern: Value | undefined): Value {
  if (!match)
    throw new FormulaError(
      'NA',
      `Function REGEXEXTRACT parameter 2 value "${textual(pattern)}" does not match text of parameter 1.`,
    )
  const groups = match.slice(1).map((group) => group ?? '')
  return groups.length > 1 ? new Matrix(1, groups.length, groups) : (groups[0] ?? match[0])
}
