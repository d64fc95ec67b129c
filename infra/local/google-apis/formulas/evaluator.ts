import { assertSize, isArray, Matrix, matrixOf, matrixOfRows, RangeValue, stretched, topLeft, type Value } from './arrays.ts'
import type { FunctionSpec, Scope } from './function-spec.ts'
import { formNamed, functionNamed } from './function-table.ts'
import { intersect, rangeBetween, rangeOfReference } from './range-resolution.ts'
import type { Node } from './syntax.ts'
import { FormulaError, type FormulaValue } from './values.ts'

/** Works out a piece of a formula; errors come as values. */
export function evaluate(node: Node, scope: Scope): Value {
  const cache = scope.array ? scope.knownInArray : scope.known
  const known = node.free ? undefined : cache.get(node.id)
  if (known !== undefined) return known
  const value = caught(() => evaluateAnew(node, scope))
  if (!node.free) cache.set(node.id, value)
  return value
}

function caught(work: () => Value): Value {
  try {
    return work()
  } catch (error) {
    if (error instanceof FormulaError) return error
    throw error
  }
}

function evaluateAnew(node: Node, scope: Scope): Value {
  switch (node.kind) {
    case 'value':
      return node.value
    case 'missing':
      return null
    case 'reference':
      return rangeOfReference(node.reference, scope, scope.extent)
    case 'name':
      return evaluateName(node.name, scope)
    case 'array':
      return evaluateArray(node.rows, scope)
    case 'call':
      return evaluateCall(node.name, node.args, scope)
  }
}

function evaluateName(name: string, scope: Scope): Value {
  const local = scope.names.get(name.toUpperCase())
  if (local !== undefined) return local
  const range = scope.world.namedRange?.(name)
  if (!range) return new FormulaError('NAME', `Unknown range name: '${name.toUpperCase()}'.`)
  return new RangeValue(scope.world, range, range.endRow - range.startRow)
}

/** Sets the elements of `{…}` side by side and the rows below one another. */
function evaluateArray(rows: readonly (readonly Node[])[], scope: Scope): Value {
  const lines: FormulaValue[][] = []
  for (const row of rows) {
    const parts = row.map((node) => matrixOf(evaluate(node, scope)))
    const height = Math.max(0, ...parts.map((part) => part.rows))
    if (parts.some((part) => part.rows !== height))
      throw new FormulaError('REF', 'An array literal was missing values for one or more rows.')
    for (let line = 0; line < height; line++) lines.push(parts.flatMap((part) => part.row(line)))
  }
  if (lines.length === 0) throw new FormulaError('ERROR', 'An array literal is empty.')
  if (lines.some((line) => line.length !== lines[0]?.length)) {
    throw new FormulaError('REF', 'An array literal was missing values for one or more rows.')
  }
  return matrixOfRows(lines)
}

function evaluateCall(name: string, args: readonly Node[], scope: Scope): Value {
  if (name === ':')
    return rangeBetween(
      args.map((arg) => evaluate(arg, scope)),
      scope,
    )
  const form = formNamed(name)
  const spec = form ?? functionNamed(name)
  if (!spec) return new FormulaError('NAME', `Unknown function: '${name}'.`)
  const [fewest, most] = spec.count
  if (args.length < fewest || args.length > most) {
    return new FormulaError('NA', `Wrong number of arguments to ${name}. Expected ${fewest} to ${most}, but got ${args.length}.`)
  }
  if (form) return form.evaluate(args, scope, evaluate)
  return applyFunction(spec as FunctionSpec, args, scope)
}

function applyFunction(spec: FunctionSpec, nodes: readonly Node[], outer: Scope): Value {
  const scope = spec.arrayArguments && !outer.array ? { ...outer, array: true } : outer
  const args: (Value | undefined)[] = nodes.map((node, index) => {
    if (!spec.whole?.(index)) return caught(() => singleOrLifted(evaluate(node, scope), spec, scope))
    return spec.ownLength && node.kind === 'reference' ? wholeRange(node, scope) : evaluate(node, scope)
  })
  const lifted = args.flatMap((arg, index) => (isArray(arg) && !spec.whole?.(index) ? [{ index, matrix: matrixOf(arg) }] : []))
  return lifted.length === 0 ? spec.call(args, scope) : callForEach(spec, args, lifted, scope)
}

/** A range as a function reads it that takes it whole; kept apart from the same range taken row by row. */
function wholeRange(node: Node & { kind: 'reference' }, scope: Scope): Value {
  const key = -1 - node.id
  const known = scope.known.get(key)
  if (known !== undefined) return known
  const value = caught(() => rangeOfReference(node.reference, scope, undefined))
  scope.known.set(key, value)
  return value
}

/** Outside of ARRAYFORMULA an array in the place of one value is cut down to one. */
function singleOrLifted(value: Value, spec: FunctionSpec, scope: Scope): Value {
  if (scope.array || !isArray(value)) return value
  if (value instanceof Matrix) return spec.liftsArrays ? value : topLeft(value)
  return intersect(value, scope)
}

interface Lifted {
  readonly index: number
  readonly matrix: Matrix
}

/** Calls the function for every element; one row or column is repeated, what else is too short is filled with #N/A. */
function callForEach(spec: FunctionSpec, args: readonly (Value | undefined)[], lifted: readonly Lifted[], scope: Scope): Matrix {
  const rows = lifted.reduce((most, { matrix }) => Math.max(most, matrix.rows), 0)
  const columns = lifted.reduce((most, { matrix }) => Math.max(most, matrix.columns), 0)
  assertSize(rows, columns)
  const current = [...args]
  const cells: FormulaValue[] = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      for (const { index, matrix } of lifted) current[index] = stretched(matrix, row, column)
      try {
        const result = spec.call(current, scope)
        cells.push(isArray(result) ? topLeft(result) : result)
      } catch (error) {
        if (!(error instanceof FormulaError)) throw error
        cells.push(error)
      }
    }
  }
  return new Matrix(rows, columns, cells)
}
