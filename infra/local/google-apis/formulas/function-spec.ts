import type { Value } from './arrays.ts'
import type { Node } from './syntax.ts'
import type { FormulaWorld } from './world.ts'

/** Where a formula stands. */
export interface FormulaPlace {
  readonly sheetId: number
  readonly row: number
  readonly column: number
}

/** What evaluating a piece of a formula depends on besides the piece. */
export interface Scope {
  readonly world: FormulaWorld
  readonly at: FormulaPlace
  /** Rows to which open ranges are read, so that all of them are of one length. */
  readonly extent: number
  /** Inside of ARRAYFORMULA or of a function that works like it. */
  readonly array: boolean
  readonly names: ReadonlyMap<string, Value>
  /** Pieces already worked out, by their id, outside and inside of ARRAYFORMULA. */
  readonly known: Map<number, Value>
  readonly knownInArray: Map<number, Value>
}

/**
 * A function of the formula language. Arguments named by `whole` come as they are, the others one value at a time:
 * inside ARRAYFORMULA the function is called for every combination of their elements. Omitted ones come as undefined.
 */
export interface FunctionSpec {
  /** Fewest and most arguments. */
  readonly count: readonly [number, number]
  readonly whole?: (index: number) => boolean
  /** Open ranges in `whole` arguments are read only as far as their own sheet is used. */
  readonly ownLength?: boolean
  /** Arguments are evaluated as inside ARRAYFORMULA. */
  readonly arrayArguments?: boolean
  /** Arrays that a function made are taken element by element even outside of ARRAYFORMULA. */
  readonly liftsArrays?: boolean
  readonly call: (args: readonly (Value | undefined)[], scope: Scope) => Value
}

/** A function that decides itself which of its arguments to evaluate, and how. */
export interface SpecialForm {
  readonly count: readonly [number, number]
  readonly evaluate: (args: readonly Node[], scope: Scope, evaluate: (node: Node, scope: Scope) => Value) => Value
}

export type FunctionFamily = Readonly<Record<string, FunctionSpec>>

/** As many arguments as a function may have. */
export const MANY = 255

/** A function of single values. */
export function single(fewest: number, most: number, call: FunctionSpec['call']): FunctionSpec {
  return { count: [fewest, most], call }
}

/** A function that takes whole ranges for all its arguments, such as SUM. */
export function aggregate(call: FunctionSpec['call'], fewest = 1, most = MANY): FunctionSpec {
  return { count: [fewest, most], whole: () => true, ownLength: true, call }
}

/** A function that takes whole ranges for the arguments listed, single values for the rest. */
export function lookup(fewest: number, most: number, whole: readonly number[], call: FunctionSpec['call']): FunctionSpec {
  return { count: [fewest, most], whole: (index) => whole.includes(index), ownLength: true, call }
}
