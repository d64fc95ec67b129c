import { isArray, matrixOf, RangeValue, type Value } from '../arrays.ts'
import { logical, textual } from '../coercion.ts'
import type { Scope, SpecialForm } from '../function-spec.ts'
import { intersect } from '../range-resolution.ts'
import type { Node } from '../syntax.ts'
import { FormulaError } from '../values.ts'
import { chosen } from './logic.ts'

type Evaluate = Parameters<SpecialForm['evaluate']>[2]

/** Functions that don't evaluate all their arguments, or not in the scope around them. */
export const forms: Readonly<Record<string, SpecialForm>> = {
  ARRAYFORMULA: {
    count: [1, 1],
    evaluate: ([node], scope, evaluate) => {
      const value = evaluate(node!, { ...scope, array: true })
      return value instanceof RangeValue ? value.matrix() : value
    },
  },
  IF: { count: [2, 3], evaluate: evaluateIf },
  LET: { count: [3, 255], evaluate: evaluateLet },
}

/** With one condition only the branch taken is evaluated, and comes whole; with an array of them both, element by element. */
function evaluateIf(args: readonly Node[], scope: Scope, evaluate: Evaluate): Value {
  const [conditionNode, thenNode, elseNode] = args
  const condition = evaluate(conditionNode!, scope)
  const branch = (node: Node | undefined): Value => (node === undefined ? false : evaluate(node, scope))
  if (!isArray(condition)) return branch(logical(condition) ? thenNode : elseNode)
  if (!scope.array)
    return branch(logical(condition instanceof RangeValue ? intersect(condition, scope) : condition) ? thenNode : elseNode)
  return chosen(matrixOf(condition), branch(thenNode), branch(elseNode))
}

/** LET(name, value, …, result): each value may use the names before it. */
function evaluateLet(args: readonly Node[], scope: Scope, evaluate: Evaluate): Value {
  if (args.length % 2 === 0) return new FormulaError('NA', 'Wrong number of arguments to LET.')
  let inner = scope
  for (let index = 0; index + 1 < args.length; index += 2) {
    const name = args[index]!
    if (name.kind !== 'name')
      return new FormulaError('NAME', `Argument ${index + 1} of function LET is not a valid name: ${nameText(name)}`)
    const names = new Map(inner.names).set(name.name.toUpperCase(), evaluate(args[index + 1]!, inner))
    inner = { ...inner, names }
  }
  return evaluate(args.at(-1)!, inner)
}

function nameText(node: Node): string {
  return node.kind === 'value' && !(node.value instanceof FormulaError) ? textual(node.value) : node.kind
}
