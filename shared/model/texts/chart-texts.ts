import type { ChartKey } from '../chart.ts'

/** The words of the charts. */
export interface ChartTexts {
  title: Record<ChartKey, string>
  /** What a picture shows, in one sentence for those who don't see it; `newest` is the last value drawn, in words. */
  alternative: (title: string, newest: string) => string
  /** Unit of large amounts. */
  amount: string
  month: (monthOfYear: number) => string
  year: (year: number) => string
  path: string
  target: string
  stretch: string
  output: string
  forecast: string
  low: string
  high: string
}
