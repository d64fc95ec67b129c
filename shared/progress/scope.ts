import type { EmergingField, Enterprise } from '../model/enterprise.ts'
import type { Scope } from '../model/plan.ts'
import type { ProgressInput } from './measure-progress.ts'

/** The scopes of targets, one emerging field, and the enterprises that are in no cluster of the plan. */
export type FigureScope = Scope | `field:${EmergingField}` | 'none'

/** The enterprises of a scope, in the register's order; membership is today's, for all years (measures.md, first section). */
export function membersOf(
  { register, plan }: Pick<ProgressInput, 'register' | 'plan'>,
  scope: FigureScope,
): readonly Enterprise[] {
  if (scope === 'county') return register
  if (scope === 'emerging') return register.filter((enterprise) => enterprise.emergingField !== null)
  if (scope === 'none') {
    const keys = new Set(plan.clusters.map((cluster) => cluster.key))
    return register.filter((enterprise) => enterprise.cluster === null || !keys.has(enterprise.cluster))
  }
  const name = scope.slice(scope.indexOf(':') + 1)
  return scope.startsWith('field:')
    ? register.filter((enterprise) => enterprise.emergingField === name)
    : register.filter((enterprise) => enterprise.cluster === name)
}
