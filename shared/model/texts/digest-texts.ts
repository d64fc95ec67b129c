import type { Day } from '../day.ts'
import type { Yuan } from '../money.ts'
import type { Month } from '../month.ts'

/** A figure of a target, ready to read. */
interface SubjectFacts {
  name: string
  period: string
  value: string
  /** What part of the target; null without one. */
  attainment: string | null
  status: string
}

/** The words of digests. Figures come as texts with their unit. */
export interface DigestTexts {
  /** 亿元 or billions from 100 million on, else 万元 or millions. */
  amount: (yuan: Yuan) => string
  /** A figure of a count, share or amount in the unit of its target. */
  figure: (value: number | null, unit: string) => string
  /** The months from January to this one. */
  period: (month: Month) => string
  month: (month: Month) => string
  day: (day: Day) => string
  subject: (facts: SubjectFacts) => string
  subjectNoData: (facts: { name: string; period: string }) => string
  subjectOwn: (facts: { name: string; period: string; state: string; problems: number }) => string
  heading: {
    county: (period: string) => string
    cluster: (name: string, period: string) => string
    own: (name: string) => string
  }
  completeness: (reported: number, expected: number, late: number) => string
  sections: {
    changes: string
    targets: string
    chart: string
    clusters: string
    fields: string
    late: string
    problems: string
    milestones: string
    own: string
  }
  /** Of a target: `of 50 billion`. */
  ofTarget: (value: string, target: string) => string
  attainment: (percent: string, thisYear: boolean) => string
  trailing: string
  /** Of the share that a held total is of its target. */
  held: (percent: string) => string
  /** Stands where a subject names the period. */
  trailingPeriod: (month: Month) => string
  pace: (ratio: string) => string
  forecast: (value: string, range: string | null) => string
  needed: (value: string) => string
  /** Empty without a value. */
  growth: (fraction: number | null) => string
  /** Under a heading that says year on year. */
  growthShort: (fraction: number | null) => string
  stretch: (target: string, attainment: string) => string
  dueOn: (day: string) => string
  noIndicators: string
  tableColumns: { scope: string; output: string; growth: string; reported: string }
  noCluster: string
  reportedOf: (reported: number, expected: number) => string
  milestoneColumns: { name: string; owner: string; dueOn: string; state: string }
  lateMark: string
  noMilestones: string
  nobodyLate: string
  noProblems: string
  andMore: (count: number) => string
  problem: (facts: { enterprise: string; period: string; severity: string; rule: string; place: string }) => string
  /** Instead of the advice, where a row may be somebody else's. */
  openRow: string
  since: (asOf: string) => string
  quiet: (asOf: string) => string
  firstDigest: string
  change: {
    period: (from: string, to: string) => string
    indicator: (name: string, from: string, to: string) => string
    /** Less than the decimals shown. */
    slightly: (name: string, value: string) => string
    added: (name: string, value: string) => string
    own: (from: string, to: string) => string
    reported: (name: string) => string
    late: (name: string) => string
    none: string
  }
  ownState: Record<'reported' | 'late' | 'not-expected', (period: string) => string>
  ownStateShort: Record<'reported' | 'late' | 'not-expected', string>
  ownOutput: (period: string) => string
  ownNone: string
  open: string
  footer: {
    figures: (asOf: string, period: string, run: string) => string
    computed: string
    /** Where no basis follows. */
    computedShort: string
    basis: (name: string, sentence: string) => string
    schedule: Record<'weekly' | 'monthly', string>
    stopByReply: string
  }
}
