import type { Day } from '../model/day.ts'
import type { Enterprise } from '../model/enterprise.ts'
import type { Plan } from '../model/plan.ts'
import type { Indicator, Progress } from '../model/progress.ts'
import type { Settings } from '../model/settings.ts'
import type { Submission } from '../model/submission.ts'
import { type Books, openBooks } from './books.ts'
import { completenessOf } from './counted.ts'
import { courseOf } from './course.ts'
import { measureUnreadable } from './indicator.ts'
import { measureMilestone } from './milestone.ts'
import { measureOutput } from './output.ts'
import { clusterFigures, fieldFigures } from './scope-figures.ts'
import { measureShareOrCount } from './share-or-count.ts'

/** What progress is computed from. */
export interface ProgressInput {
  asOf: Day
  settings: Settings
  /** In the register's order: an enterprise's id is its place. */
  register: readonly Enterprise[]
  plan: Plan
  /** The accepted rows, at most one for an enterprise and month. */
  submissions: readonly Submission[]
}

/** The account of the plan on the as-of day: where every target, cluster, field and milestone stands (measures.md). */
export function measureProgress(input: ProgressInput): Progress {
  const books = openBooks(input)
  return {
    asOf: books.asOf,
    period: books.period,
    completeness: completenessOf(books, books.register, books.period),
    indicators: books.plan.targets.map((target) => measureTarget(books, target)),
    clusters: clusterFigures(books),
    fields: fieldFigures(books),
    milestones: books.plan.milestones.map((milestone) => measureMilestone(milestone, books.asOf)),
    course: courseOf(books),
  }
}

function measureTarget(books: Books, target: Plan['targets'][number]): Indicator {
  if (!target.readable) return measureUnreadable(target)
  return target.measure === 'output' ? measureOutput(books, target) : measureShareOrCount(books, target)
}
