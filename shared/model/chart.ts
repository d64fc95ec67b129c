/** The charts of Summary, in their order. */
export const CHART_KEYS = ['cumulative', 'clusters', 'monthly', 'emerging-share', 'forecast'] as const
export type ChartKey = (typeof CHART_KEYS)[number]

/** What a series stands for, which decides how it is drawn: what is, what was a year ago, what should be, what may come. */
export type SeriesRole = 'actual' | 'last-year' | 'path' | 'target' | 'stretch' | 'range'

export interface ChartSeries {
  name: string
  role: SeriesRole
  shape: 'line' | 'column'
  /** One a category; null: no value, drawn as nothing (never as 0). */
  values: readonly (number | null)[]
}

/** A chart as data in one language: what the spreadsheet's native charts, the pictures and the page all draw from. */
export interface Chart {
  key: ChartKey
  title: string
  /** What the values are in: 亿元, billion yuan, or % (then values are fractions). */
  unit: string
  /** Months (`1月`, `Jan`) or names of clusters. */
  categories: readonly string[]
  series: readonly ChartSeries[]
  /** One sentence that says what the picture shows, for those who don't see it. */
  alternative: string
}
