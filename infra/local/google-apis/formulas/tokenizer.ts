import { type Reference, referenceAt } from './cell-references.ts'

export type Token = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'reference'; readonly reference: Reference }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'error'; readonly text: string }
  | { readonly kind: 'operator'; readonly text: string }
)

/** A formula that can't be read. */
export class FormulaSyntaxError extends Error {
  override readonly name = 'FormulaSyntaxError'
}

const SPACE = /\s+/y
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y
const TEXT = /"(?:[^"]|"")*"/y
const NAME = /[\p{L}_\\][\p{L}\p{N}_.]*/uy
const ERROR = /(?:'(?:[^']|'')+'!|[\p{L}_][\p{L}\p{N}_.]*!)?#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|ERROR!)/iuy
const OPERATOR = /<>|<=|>=|[-+*/^&=<>%(){},;:]/y

/** Tokens of a formula without its `=`; throws a FormulaSyntaxError at the first that can't be read. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let index = 0
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = index
    return pattern.exec(text)?.[0]
  }
  while (index < text.length) {
    const space = take(SPACE)
    if (space) {
      index += space.length
      continue
    }
    const token = nextToken(text, index, take)
    if (!token) throw new FormulaSyntaxError(`unexpected ${text.charAt(index)} at ${index}`)
    tokens.push(token)
    index = token.end
  }
  return tokens
}

function nextToken(text: string, start: number, take: (pattern: RegExp) => string | undefined): Token | undefined {
  const at = (length: number) => ({ start, end: start + length })
  const error = take(ERROR)
  if (error) return { kind: 'error', text: error.slice(error.lastIndexOf('#')), ...at(error.length) }
  const found = referenceAt(text, start)
  if (found) return { kind: 'reference', reference: found.reference, ...at(found.length) }
  const number = take(NUMBER)
  if (number) return { kind: 'number', value: Number(number), ...at(number.length) }
  const string = take(TEXT)
  if (string) return { kind: 'text', value: string.slice(1, -1).replaceAll('""', '"'), ...at(string.length) }
  const name = take(NAME)
  if (name) return { kind: 'name', name, ...at(name.length) }
  const operator = take(OPERATOR)
  return operator === undefined ? undefined : { kind: 'operator', text: operator, ...at(operator.length) }
}
