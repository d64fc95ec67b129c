import type { Enterprise } from '../model/enterprise.ts'
import type { Cluster, Plan } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'
import { readMilestones } from './read-milestones.ts'
import { readTargets } from './read-targets.ts'
import { readTitles } from './read-titles.ts'
import type { Table } from './table.ts'

/** The tabs that make up the plan, beside the clusters and the register, which they refer to. */
export interface PlanTables {
  titles: Table
  targets: Table
  milestones: Table
}

/** Reads the plan. What can't be read is a problem, and the rest of the plan goes on. */
export function readPlan(
  tables: PlanTables,
  clusters: readonly Cluster[],
  register: readonly Enterprise[],
): { plan: Plan; problems: Problem[] } {
  const titles = readTitles(tables.titles, register)
  const targets = readTargets(tables.targets, clusters)
  const milestones = readMilestones(tables.milestones)
  return {
    plan: { clusters, titles: titles.titles, targets: targets.targets, milestones: milestones.milestones },
    problems: [...titles.problems, ...targets.problems, ...milestones.problems],
  }
}
