import type { Day } from '../../../shared/model/day.ts'
import type { Enterprise } from '../../../shared/model/enterprise.ts'
import { type Month, parseMonth } from '../../../shared/model/month.ts'
import type { Plan, Target } from '../../../shared/model/plan.ts'
import type { Indicator } from '../../../shared/model/progress.ts'
import { Settings } from '../../../shared/model/settings.ts'
import type { Submission } from '../../../shared/model/submission.ts'
import { measureProgress, type ProgressInput } from '../../../shared/progress/measure-progress.ts'
import { enterprise } from '../../support/enterprise.ts'

/** `2025-06` as a month. */
export function month(text: string): Month {
  const parsed = parseMonth(text)
  if (parsed === undefined) throw new Error(`not a month: ${text}`)
  return parsed
}

/** Enterprises named A, B, C …, each always expected and in nothing unless said otherwise. */
export const register = (...changes: Partial<Enterprise>[]): Enterprise[] =>
  changes.map((change, id) => enterprise(id, String.fromCharCode(65 + id), change))

/** Accepted rows by enterprise (`A` is the register's first) and month: the cumulative output, or several figures. */
export function rows(
  figures: Record<string, Record<string, number | (Partial<Submission> & { outputYtdYuan: number })>>,
): Submission[] {
  return Object.entries(figures).flatMap(([name, months]) =>
    Object.entries(months).map(([text, typed]) => ({
      enterprise: name.charCodeAt(0) - 65,
      month: month(text),
      outputMonthYuan: null,
      outputYtdLastYearYuan: null,
      valueAddedYtdYuan: null,
      row: 2,
      ...(typeof typed === 'number' ? { outputYtdYuan: typed } : typed),
    })),
  )
}

/** A target row: output of the county, to be tracked, in yuan, unless said otherwise. */
export const target = (changes: Partial<Target> = {}): Target => ({
  readable: true,
  row: 2,
  key: 'output',
  name: { zh: '产值', en: 'Output' },
  measure: 'output',
  scope: 'county',
  kind: 'track',
  target: null,
  stretch: null,
  unit: '元',
  baselineYear: null,
  baseline: null,
  startsOn: null,
  dueOn: null,
  note: '',
  ...changes,
})

interface County {
  asOf: Day
  register?: readonly Enterprise[]
  submissions?: readonly Submission[]
  settings?: Partial<Settings>
  plan?: Partial<Plan>
}

/** What is measured; January is reported on its own unless said otherwise. */
export const county = ({
  asOf,
  register: enterprises = register({}),
  submissions = [],
  settings,
  plan,
}: County): ProgressInput => ({
  asOf,
  register: enterprises,
  submissions,
  settings: Settings.parse({ janFeb: 'separate', ...settings }),
  plan: { clusters: [], titles: [], targets: [], milestones: [], ...plan },
})

/** The indicator of one target row in the county. */
export const measured = (given: County, row: Target): Indicator =>
  measureProgress(county({ ...given, plan: { ...given.plan, targets: [row] } })).indicators[0]!

/** The facts of one kind in the basis. */
export const factsOf = (indicator: Indicator, fact: Indicator['basis'][number]['fact']) =>
  indicator.basis.filter((each) => each.fact === fact)
