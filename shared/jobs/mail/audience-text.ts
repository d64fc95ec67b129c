import type { Enterprise } from '../../model/enterprise.ts'
import type { Audience } from '../../model/message.ts'

/** The audience as the workbook spells it: the same in every run, wherever rows stand. */
export function audienceText(audience: Audience, register: readonly Enterprise[]): string {
  if (audience.of === 'county') return 'county'
  if (audience.of === 'cluster') return `cluster:${audience.key}`
  return `enterprise:${register[audience.enterprise]!.name}`
}
