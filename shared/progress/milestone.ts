import type { Day } from '../model/day.ts'
import type { Milestone } from '../model/plan.ts'
import type { MilestoneProgress } from '../model/progress.ts'

/** A milestone with whether it is late: due before the as-of day and not done (measures.md, "Milestone"). */
export const measureMilestone = ({ key, name, area, owner, dueOn, state, percent }: Milestone, asOf: Day): MilestoneProgress => ({
  key,
  name,
  area,
  owner,
  dueOn,
  state,
  percent,
  late: dueOn !== null && dueOn < asOf && state !== 'done',
})
