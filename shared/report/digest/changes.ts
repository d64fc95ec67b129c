import type { ToldFigures } from '../../model/message.ts'
import type { Yuan } from '../../model/money.ts'
import type { Name } from '../../model/plan.ts'
import type { Indicator, Status } from '../../model/progress.ts'
import { ownKey } from './told-figures.ts'

interface Standing {
  value: number | null
  status: Status
}

/** What is new since the last digest to the same person. */
export type Change =
  | { is: 'period'; from: string; to: string }
  | { is: 'indicator'; name: Name; unit: string; from: Standing; to: Standing }
  | { is: 'new-indicator'; name: Name; unit: string; to: Standing }
  /** The enterprise's own output. */
  | { is: 'own'; from: Yuan | null; to: Yuan | null }
  | { is: 'reported' | 'late'; name: string }

/** In the order of the digest. An enterprise that is no longer late because it left is no news. */
export function changesSince(
  since: ToldFigures,
  now: ToldFigures,
  indicators: readonly Indicator[],
  ownName: string | null,
  newlyReported: (name: string) => boolean,
): Change[] {
  const changes: Change[] = since.period === now.period ? [] : [{ is: 'period', from: since.period, to: now.period }]
  for (const { key, name, unit } of indicators) {
    const from = Object.hasOwn(since.indicators, key) ? since.indicators[key] : undefined
    const to = now.indicators[key]!
    if (!from) changes.push({ is: 'new-indicator', name, unit, to })
    else if (from.value !== to.value || from.status !== to.status) changes.push({ is: 'indicator', name, unit, from, to })
  }
  if (ownName !== null) {
    const [from, to] = [since, now].map((told) => told.indicators[ownKey(ownName)]?.value ?? null) as [Yuan | null, Yuan | null]
    if (from !== to) changes.push({ is: 'own', from, to })
  }
  if (!since.late || !now.late) return changes
  const [wasLate, isLate] = [new Set(since.late), new Set(now.late)]
  for (const name of wasLate) if (!isLate.has(name) && newlyReported(name)) changes.push({ is: 'reported', name })
  for (const name of isLate) if (!wasLate.has(name)) changes.push({ is: 'late', name })
  return changes
}
