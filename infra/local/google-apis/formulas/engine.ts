/**
 * Evaluates formulas of Google Sheets, written in the en_US way. What it does not know comes to #NAME?, as an unknown
 * name does on Google; nothing is fetched.
 *
 * Not settled, and so not proven by this evaluator: a bare range outside of ARRAYFORMULA (`=A1:A3`) is cut down to the
 * cell in the formula's row or column; a date joined to a text shows its serial number; TO_TEXT of a computed date
 * shows the number too; texts are ordered by Unicode collation without regard to case; `~` before any other character
 * than `~`, `*` and `?` stands for itself; COUNTIF with a number does not count texts that look like it; an open range
 * ends with the last row in use, so results that fill blank rows to the end of the grid are shorter than on Google.
 */
import { isArray, matrixOf, RangeValue } from './arrays.ts'
import type { Reference } from './cell-references.ts'
import { evaluate } from './evaluator.ts'
import type { FormulaPlace, Scope } from './function-spec.ts'
import { functionNamed } from './function-table.ts'
import { parseFormula } from './parser.ts'
import { intersect, isOpenBelow } from './range-resolution.ts'
import { type Node, walk } from './syntax.ts'
import { FormulaSyntaxError } from './tokenizer.ts'
import { FormulaError, type FormulaValue } from './values.ts'
import type { FormulaWorld } from './world.ts'

/** A formula that has been read; `node` is absent when it can't be. */
export interface CompiledFormula {
  readonly node: Node | undefined
  readonly functions: readonly string[]
  readonly references: readonly Reference[]
  /** Titles of the sheets whose open ranges decide how far the formula reaches; undefined is the formula's own. */
  readonly openSheets: readonly (string | undefined)[]
}

const KEPT_FORMULAS = 20_000
const compiled = new Map<string, CompiledFormula>()

/** Reads a formula, with or without its `=`; never throws, one with a mistake comes to #ERROR!. */
export function compileFormula(text: string): CompiledFormula {
  const known = compiled.get(text)
  if (known) return known
  if (compiled.size >= KEPT_FORMULAS) compiled.clear()
  const made = compile(text)
  compiled.set(text, made)
  return made
}

function compile(text: string): CompiledFormula {
  const node = parsed(text.replace(/^\s*=/, ''))
  const functions = new Set<string>()
  const references = new Map<number, Reference>()
  if (node) {
    walk(node, (piece) => {
      if (piece.kind === 'call' && /^\p{Lu}/u.test(piece.name)) functions.add(piece.name)
      if (piece.kind === 'reference') references.set(piece.id, piece.reference)
    })
  }
  return { node, functions: [...functions], references: [...references.values()], openSheets: node ? openSheets(node) : [] }
}

function parsed(text: string): Node | undefined {
  try {
    return parseFormula(text)
  } catch (error) {
    if (error instanceof FormulaSyntaxError) return undefined
    throw error
  }
}

/** Sheets of the open ranges that are taken row by row; those that a function reads as a whole don't count. */
function openSheets(root: Node): (string | undefined)[] {
  const titles = new Set<string | undefined>()
  const visit = (node: Node): void => {
    if (node.kind === 'reference' && isOpenBelow(node.reference)) titles.add(node.reference.sheet)
    if (node.kind === 'array') for (const element of node.rows.flat()) visit(element)
    if (node.kind !== 'call') return
    const spec = functionNamed(node.name)
    node.args.forEach((arg, index) => {
      if (!(arg.kind === 'reference' && spec?.ownLength && spec.whole?.(index))) visit(arg)
    })
  }
  visit(root)
  return [...titles]
}

/** Value of the formula at a place: one value, or rows of values that spill from there to the right and down. */
export function evaluateFormula(
  formula: CompiledFormula,
  at: FormulaPlace,
  world: FormulaWorld,
): FormulaValue | FormulaValue[][] {
  if (!formula.node) return new FormulaError('ERROR', 'Formula parse error.')
  const sheetIds = formula.openSheets.map((title) => (title === undefined ? at.sheetId : world.sheetIdOf(title)))
  const extent = Math.max(0, ...sheetIds.map((sheetId) => (sheetId === undefined ? 0 : world.usedRows(sheetId))))
  const scope: Scope = { world, at, extent, array: false, names: new Map(), known: new Map(), knownInArray: new Map() }
  return result(formula.node, scope)
}

function result(node: Node, scope: Scope): FormulaValue | FormulaValue[][] {
  const value = evaluate(node, scope)
  if (!isArray(value)) return value
  if (value instanceof RangeValue && !value.spills) return intersected(value, scope)
  const matrix = matrixOf(value)
  if (matrix.rows <= 1 && matrix.columns <= 1) return matrix.cells[0] ?? null
  return Array.from({ length: matrix.rows }, (_, row) => [...matrix.row(row)])
}

function intersected(value: RangeValue, scope: Scope): FormulaValue {
  try {
    return intersect(value, scope)
  } catch (error) {
    if (error instanceof FormulaError) return error
    throw error
  }
}

/** Names of the functions in the formula, in capitals. */
export function functionsUsed(formula: CompiledFormula): string[] {
  return [...formula.functions]
}

/** References in the formula; those that INDIRECT and OFFSET make up are not among them. */
export function dependsOn(formula: CompiledFormula): readonly Reference[] {
  return formula.references
}
