import type { Day } from '../../model/day.ts'
import type { Enterprise } from '../../model/enterprise.ts'
import type { Audience, ToldFigures } from '../../model/message.ts'
import { formatMonth, type Month } from '../../model/month.ts'
import type { Plan } from '../../model/plan.ts'
import type { Completeness, Indicator, MilestoneProgress, Progress, ScopeFigures } from '../../model/progress.ts'
import type { Submission } from '../../model/submission.ts'
import { type Capped, capped } from '../mail/capped.ts'
import { type ToldProblem, visibleProblems } from '../mail/visible-problems.ts'
import { linkTo, type WorkbookPlace } from '../mail/workbook-links.ts'
import type { ListedProblem } from '../problem-order.ts'
import { type Change, changesSince } from './changes.ts'
import { milestonesDue } from './milestones-due.ts'
import { type OwnReport, ownReport } from './own-report.ts'
import { toldFigures } from './told-figures.ts'

export interface DigestInput {
  workbook: WorkbookPlace
  progress: Progress
  register: readonly Enterprise[]
  /** For the rows that targets and milestones stand in. */
  plan: Pick<Plan, 'targets' | 'milestones'>
  /** The rows that count: an enterprise's own figures are taken from them. */
  submissions: readonly Submission[]
  /** What matters most first. */
  problems: readonly ListedProblem[]
  audience: Audience
  schedule: 'weekly' | 'monthly'
  /** The last digest to the same person. */
  since: ToldFigures | null
  runId: string
}

/** A row with the address that opens it. */
export type WithLink<T> = T & { link: string | null }

/** Everything that a digest tells, as data: nothing in it is for another audience. */
export interface DigestContent {
  audience: Audience
  schedule: 'weekly' | 'monthly'
  workbook: WorkbookPlace
  asOf: Day
  period: Month
  runId: string
  since: { asOf: Day; period: string } | null
  /** The first is the headline; none for an enterprise. */
  indicators: Capped<WithLink<Indicator>>
  clusters: Capped<ScopeFigures>
  fields: readonly ScopeFigures[]
  /** Of the audience's enterprises; null for an enterprise, whom `own` tells. */
  completeness: Completeness | null
  late: Capped<WithLink<{ name: string }>>
  own: WithLink<OwnReport> | null
  problems: Capped<ToldProblem>
  milestones: Capped<WithLink<MilestoneProgress>>
  changes: Capped<Change>
  /** What is told, for the next digest to the same person. */
  told: ToldFigures
}

/** More would not be read; beyond it a mail says how many more there are. */
const MOST = { indicators: 40, clusters: 30, late: 60, problems: 15, milestones: 20, changes: 25 }

/**
 * What a digest tells its audience; `older` when the last digest to the same person told a later period, which is never followed
 * by an earlier one (measures.md). An enterprise gets its own rows and no aggregate of anybody (security.md S15, S16).
 */
export function digestContent(input: DigestInput): DigestContent | 'older' {
  const { workbook, progress, register, audience, since } = input
  if (since && since.period > formatMonth(progress.period)) return 'older'
  const whole = audience.of === 'county'
  const indicators = indicatorsFor(progress, audience)
  const completeness = completenessFor(progress, audience)
  const late = lateFor(progress, register, audience)
  const own = audience.of === 'enterprise' ? ownReport(audience.enterprise, input) : null
  const told = toldFigures(progress, indicators, late, own)
  const members = register.filter((each) => isMember(each, audience))
  const newlyReported = (name: string) =>
    members.some((each) => each.name === name && hasReported(input.submissions, each.id, progress.period))
  return {
    audience,
    schedule: input.schedule,
    workbook,
    asOf: progress.asOf,
    period: progress.period,
    runId: input.runId,
    since: since && { asOf: since.asOf, period: since.period },
    indicators: capped(
      indicators.map((each) => ({ ...each, link: linkTo(workbook, 'targets', rowOf(input.plan.targets, each.key)) })),
      MOST.indicators,
    ),
    clusters: capped(clustersFor(progress, audience), MOST.clusters),
    fields: whole ? progress.fields : [],
    completeness,
    late: capped(
      audience.of === 'enterprise' ? [] : late.map(({ name, row }) => ({ name, link: linkTo(workbook, 'enterprises', row) })),
      MOST.late,
    ),
    own: own && { ...own, link: linkTo(workbook, 'submissions', own.row) },
    problems: capped(visibleProblems(input.problems, audience, register, workbook), MOST.problems),
    milestones: capped(
      (whole ? milestonesDue(progress) : []).map((each) => ({
        ...each,
        link: linkTo(workbook, 'milestones', rowOf(input.plan.milestones, each.key)),
      })),
      MOST.milestones,
    ),
    changes: capped(since ? changesSince(since, told, indicators, own?.name ?? null, newlyReported) : [], MOST.changes),
    told,
  }
}

/** The county's output leads, wherever its row stands. */
function indicatorsFor({ indicators }: Progress, audience: Audience): readonly Indicator[] {
  if (audience.of === 'enterprise') return []
  if (audience.of === 'cluster') return indicators.filter(({ scope }) => scope === `cluster:${audience.key}`)
  const main = indicators.find(({ measure, scope }) => measure === 'output' && scope === 'county')
  return main ? [main, ...indicators.filter((each) => each !== main)] : indicators
}

const clustersFor = ({ clusters }: Progress, audience: Audience): readonly ScopeFigures[] =>
  audience.of === 'county'
    ? clusters
    : clusters.filter(({ scope }) => audience.of === 'cluster' && scope === `cluster:${audience.key}`)

function completenessFor(progress: Progress, audience: Audience): Completeness | null {
  if (audience.of === 'county') return progress.completeness
  return clustersFor(progress, audience)[0]?.completeness ?? null
}

const lateFor = ({ completeness }: Progress, register: readonly Enterprise[], audience: Audience): Enterprise[] =>
  completeness.late.map((id) => register[id]!).filter((each) => isMember(each, audience))

const isMember = ({ id, cluster }: Enterprise, audience: Audience): boolean =>
  audience.of === 'county' || (audience.of === 'cluster' ? cluster === audience.key : id === audience.enterprise)

const hasReported = (submissions: readonly Submission[], enterprise: number, period: Month): boolean =>
  submissions.some((row) => row.enterprise === enterprise && row.month === period)

const rowOf = (rows: readonly { key: string; row: number }[], key: string): number | null =>
  rows.find((each) => each.key === key)?.row ?? null
