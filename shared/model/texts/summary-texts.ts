/** The words of the tabs that the program writes. */
export interface SummaryTexts {
  title: string
  asOf: (asOf: string) => string
  period: (period: string) => string
  computedBy: (run: string) => string
  completeness: (reported: number, expected: number, late: number) => string
  headline: (facts: {
    value: string
    target: string
    attainment: string
    forecast: string
    pace: string
    status: string
  }) => string
  /** Instead of the headline where there is nothing to say yet. */
  noTargets: string
  noFigures: string
  cards: {
    value: string
    target: string
    attainment: string
    status: string
    forecast: string
    estimate: string
    completeness: string
    growth: (percent: string) => string
    gap: (amount: string) => string
    past: (amount: string) => string
    pace: (ratio: string) => string
    range: (low: string, high: string) => string
    estimateMore: (late: number) => string
    reported: (reported: number, expected: number, late: number) => string
  }
  /** What changed since a day; empty where nothing did. */
  changes: {
    sinceLastMonth: (changes: readonly string[]) => string
    none: string
    noRecord: string
    value: (name: string, difference: string) => string
    status: (name: string, before: string, now: string) => string
    more: (count: number) => string
  }
  lastRun: string
  overdue: (days: number) => string
  targets: string
  chartsTitle: string
  progressBar: string
  basisTitle: string
  planWording: (note: string) => string
  late: (count: number) => string
  list: (names: readonly string[]) => string
  columns: {
    indicator: string
    value: string
    target: string
    unit: string
    attainment: string
    gap: string
    pace: string
    forecast: string
    forecastRange: string
    neededPerMonth: string
    yearOnYear: string
    stretch: string
    completeness: string
    status: string
    basis: string
  }
  clusters: string
  fields: string
  noCluster: string
  output: string
  estimate: string
  growth: string
  milestones: string
  milestoneColumns: { name: string; area: string; owner: string; dueOn: string; state: string; percent: string; late: string }
  noMilestones: string
  milestoneState: Record<'not-started' | 'in-progress' | 'done' | 'blocked', string>
  isLate: string
  rows: (counts: { read: number; accepted: number; noted: number; held: number; rejected: number }) => string
  hiddenRows(count: number): string
  lateTitle: string
  nobodyLate: string
  moreProblems: (count: number) => string
  stale: (since: string, reason: string) => string
  updating: (run: string) => string
  /** Results in Runs. */
  result: {
    changed: string
    unchanged: string
    failed: (reason: string) => string
    restored: string
    formulaRestored: string
    confidentiality: string
    copies: (titles: string) => string
    nearlyTooLarge: (rows: number, most: number) => string
  }
  importExplanation: (file: string) => string
}
