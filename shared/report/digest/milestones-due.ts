import { DateTime } from 'luxon'
import type { MilestoneProgress, Progress } from '../../model/progress.ts'

/** Tasks that are late, or due within a month of the as-of day and not done; the earliest first. */
export function milestonesDue({ milestones, asOf }: Pick<Progress, 'milestones' | 'asOf'>): MilestoneProgress[] {
  const until = DateTime.fromISO(asOf, { zone: 'utc' }).plus({ months: 1 }).toFormat('yyyy-MM-dd')
  return milestones
    .filter(({ dueOn, state, late }) => late || (dueOn !== null && state !== 'done' && dueOn <= until))
    .toSorted((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? ''))
}
