import type { Reference } from './cell-references.ts'
import type { FormulaValue } from './values.ts'

/**
 * A piece of a formula. Equal pieces of one formula are one node, so that each is worked out once; operators are calls
 * by their sign. `free` says that a name occurs in it, whose value depends on where the piece stands.
 */
export type Node = { readonly id: number; readonly free: boolean } & (
  | { readonly kind: 'value'; readonly value: FormulaValue }
  | { readonly kind: 'reference'; readonly reference: Reference }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Node[] }
  | { readonly kind: 'array'; readonly rows: readonly (readonly Node[])[] }
  | { readonly kind: 'missing' }
)

/** Makes the nodes of one formula. */
export class NodeMaker {
  readonly #known = new Map<string, Node>()

  value(value: FormulaValue, key: string): Node {
    return this.#once(`v${key}`, (id) => ({ id, free: false, kind: 'value', value }))
  }

  missing(): Node {
    return this.#once('m', (id) => ({ id, free: false, kind: 'missing' }))
  }

  reference(reference: Reference): Node {
    return this.#once(`r${JSON.stringify(reference)}`, (id) => ({ id, free: false, kind: 'reference', reference }))
  }

  name(name: string): Node {
    return this.#once(`n${name.toUpperCase()}`, (id) => ({ id, free: true, kind: 'name', name }))
  }

  call(name: string, args: readonly Node[]): Node {
    const free = args.some((arg) => arg.free)
    return this.#once(`c${name}(${args.map(({ id }) => id)}`, (id) => ({ id, free, kind: 'call', name, args }))
  }

  array(rows: readonly (readonly Node[])[]): Node {
    const free = rows.some((row) => row.some((node) => node.free))
    const key = rows.map((row) => row.map(({ id }) => id).join(',')).join(';')
    return this.#once(`a${key}`, (id) => ({ id, free, kind: 'array', rows }))
  }

  #once(key: string, make: (id: number) => Node): Node {
    const found = this.#known.get(key)
    if (found) return found
    const made = make(this.#known.size)
    this.#known.set(key, made)
    return made
  }
}

/** Calls `visit` for the node and everything below it. */
export function walk(node: Node, visit: (node: Node) => void): void {
  visit(node)
  if (node.kind === 'call') for (const arg of node.args) walk(arg, visit)
  if (node.kind === 'array') for (const row of node.rows) for (const element of row) walk(element, visit)
}
