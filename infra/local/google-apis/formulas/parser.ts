import { type Node, NodeMaker } from './syntax.ts'
import { FormulaSyntaxError, type Token, tokenize } from './tokenizer.ts'
import { errorFromText } from './values.ts'

const LEVELS: Record<string, number> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '>': 1,
  '<=': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  '^': 5,
}

const LOOSEST = 1
const DEEPEST_NESTING = 200

/** Reads a formula without its `=`; throws a FormulaSyntaxError. */
export function parseFormula(text: string): Node {
  const parser = new Parser(tokenize(text))
  return parser.formula()
}

/** Precedence climbing; a sign before an operand binds tighter than `^`, which goes left to right, as in Sheets. */
class Parser {
  readonly #tokens: readonly Token[]
  readonly #make = new NodeMaker()
  #index = 0
  #depth = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  formula(): Node {
    const node = this.#binary(LOOSEST)
    if (this.#index < this.#tokens.length) throw new FormulaSyntaxError('something follows the formula')
    return node
  }

  #binary(lowest: number): Node {
    if (++this.#depth > DEEPEST_NESTING) throw new FormulaSyntaxError('nested too deeply')
    let left = this.#prefixed()
    while (true) {
      const operator = this.#operator()
      const level = operator === undefined ? undefined : LEVELS[operator]
      if (operator === undefined || level === undefined || level < lowest) break
      this.#index++
      left = this.#make.call(operator, [left, this.#binary(level + 1)])
    }
    this.#depth--
    return left
  }

  #prefixed(): Node {
    if (this.#skip('-')) return this.#make.call('negate', [this.#prefixed()])
    if (this.#skip('+')) return this.#make.call('plus', [this.#prefixed()])
    return this.#suffixed()
  }

  #suffixed(): Node {
    let node = this.#operand()
    while (true) {
      if (this.#skip('%')) node = this.#make.call('%', [node])
      else if (this.#skip(':')) node = this.#make.call(':', [node, this.#operand()])
      else return node
    }
  }

  #operand(): Node {
    const token = this.#tokens[this.#index++]
    switch (token?.kind) {
      case 'number':
        return this.#make.value(token.value, String(token.value))
      case 'text':
        return this.#make.value(token.value, JSON.stringify(token.value))
      case 'error':
        return this.#make.value(errorFromText(token.text) ?? null, token.text)
      case 'reference':
        return this.#make.reference(token.reference)
      case 'name':
        return this.#named(token.name)
      case 'operator':
        if (token.text === '(') return this.#parenthesised()
        if (token.text === '{') return this.#array()
    }
    throw new FormulaSyntaxError('an operand is missing')
  }

  #named(name: string): Node {
    if (this.#skip('(')) return this.#make.call(name.toUpperCase(), this.#args())
    if (/^(true|false)$/i.test(name)) return this.#make.value(/^true$/i.test(name), name.toLowerCase())
    return this.#make.name(name)
  }

  #parenthesised(): Node {
    const node = this.#binary(LOOSEST)
    this.#expect(')')
    return node
  }

  #args(): Node[] {
    if (this.#skip(')')) return []
    const args = [this.#argument()]
    while (this.#skip(',') || this.#skip(';')) args.push(this.#argument())
    this.#expect(')')
    return args
  }

  #argument(): Node {
    const next = this.#operator()
    return next === ',' || next === ';' || next === ')' ? this.#make.missing() : this.#binary(LOOSEST)
  }

  #array(): Node {
    const rows: Node[][] = [[]]
    if (this.#skip('}')) return this.#make.array(rows)
    rows[0]?.push(this.#binary(LOOSEST))
    while (this.#operator() === ',' || this.#operator() === ';') {
      if (this.#skip(';')) rows.push([])
      else this.#skip(',')
      rows.at(-1)?.push(this.#binary(LOOSEST))
    }
    this.#expect('}')
    return this.#make.array(rows)
  }

  #operator(): string | undefined {
    const token = this.#tokens[this.#index]
    return token?.kind === 'operator' ? token.text : undefined
  }

  #skip(text: string): boolean {
    if (this.#operator() !== text) return false
    this.#index++
    return true
  }

  #expect(text: string): void {
    if (!this.#skip(text)) throw new FormulaSyntaxError(`${text} is missing`)
  }
}
