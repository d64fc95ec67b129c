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
  milestoneColumns: { name: string; owner: string; dueOn: string; state: string; late: string }
  milestoneState: Record<'not-started' | 'in-progress' | 'done' | 'blocked', string>
  isLate: string
  rows: (counts: { read: number; accepted: number; noted: number; held: number; rejected: number }) => string
  hiddenRows(count: number): string
  lateTitle: string
  nobodyLate: string
  moreProblems: (count: number) => string
  stale: (since: string, reason: string) => string
  /** Results in Runs. */
  result: {
    changed: string
    unchanged: string
    failed: (reason: string) => string
    restored: string
    formulaRestored: string
    confidentiality: string
    copies: (titles: string) => string
  }
  importExplanation: (file: string) => string
}
