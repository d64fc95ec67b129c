import type { FunctionSpec, SpecialForm } from './function-spec.ts'
import { aggregates } from './functions/aggregate.ts'
import { arrays } from './functions/array.ts'
import { conditionals } from './functions/conditional.ts'
import { dates } from './functions/date.ts'
import { forms } from './functions/forms.ts'
import { information } from './functions/information.ts'
import { logic } from './functions/logic.ts'
import { lookups } from './functions/lookup.ts'
import { math } from './functions/math.ts'
import { operators } from './functions/operators.ts'
import { references } from './functions/reference.ts'
import { regularExpressions } from './functions/regular-expression.ts'
import { statistics } from './functions/statistics.ts'
import { texts } from './functions/text.ts'
import { unavailable } from './functions/unavailable.ts'

const functions: ReadonlyMap<string, FunctionSpec> = new Map(
  [
    operators,
    logic,
    information,
    texts,
    regularExpressions,
    math,
    aggregates,
    statistics,
    conditionals,
    dates,
    lookups,
    references,
    arrays,
    unavailable,
  ].flatMap((family) => Object.entries(family)),
)

/** The function of that name in capitals; undefined when the evaluator doesn't have it. */
export function functionNamed(name: string): FunctionSpec | undefined {
  return functions.get(name)
}

/** Functions that evaluate their arguments themselves. */
export function formNamed(name: string): SpecialForm | undefined {
  return Object.hasOwn(forms, name) ? forms[name] : undefined
}
