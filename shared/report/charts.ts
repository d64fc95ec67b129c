import type { Chart, ChartKey, ChartSeries, SeriesRole } from '../model/chart.ts'
import type { Yuan } from '../model/money.ts'
import { nameIn } from '../model/plan.ts'
import type { CourseMonth, Indicator, Progress } from '../model/progress.ts'
import type { Texts } from '../model/texts/texts.ts'
import { largeAmount, percentText } from './amounts.ts'

/** The charts of Summary as data, in the workbook's language: one and the same for the spreadsheet, the mails and the page. */
export function chartsOf(progress: Progress, texts: Texts): Chart[] {
  const { year, months } = progress.course
  const words = texts.charts
  const thisYear = words.year(year)
  const lastYear = words.year(year - 1)
  const labels = months.map((_, index) => words.month(index + 1))
  const amount = (yuan: Yuan | null) => largeAmount(yuan, texts.language)
  const line = (name: string, role: SeriesRole, of: (month: CourseMonth) => number | null): ChartSeries => ({
    name,
    role,
    shape: 'line',
    values: months.map(of),
  })
  const amounts = (name: string, role: SeriesRole, of: (month: CourseMonth) => Yuan | null): ChartSeries =>
    line(name, role, (month) => amount(of(month)))
  const columns = (series: ChartSeries): ChartSeries => ({ ...series, shape: 'column' })
  const target = countyTarget(progress)
  const share = progress.indicators.find(({ measure, kind }) => measure === 'emerging-share' && kind === 'reach')
  const chart = (key: ChartKey, unit: string, categories: readonly string[], series: readonly ChartSeries[]): Chart => ({
    key,
    title: words.title[key],
    unit,
    categories,
    series,
    alternative: words.alternative(words.title[key], newestText(categories, series, unit)),
  })
  return [
    chart('cumulative', words.amount, labels, [
      amounts(thisYear, 'actual', ({ cumulative }) => cumulative),
      amounts(lastYear, 'last-year', ({ cumulativeLastYear }) => cumulativeLastYear),
      amounts(words.path, 'path', ({ path }) => path),
    ]),
    clusterChart(progress, texts, chart),
    chart('monthly', words.amount, labels, [
      columns(amounts(lastYear, 'last-year', ({ monthlyLastYear }) => monthlyLastYear)),
      columns(amounts(thisYear, 'actual', ({ monthly }) => monthly)),
    ]),
    chart('emerging-share', '%', labels, [
      line(thisYear, 'actual', ({ emergingShare }) => emergingShare),
      line(lastYear, 'last-year', ({ emergingShareLastYear }) => emergingShareLastYear),
      line(words.target, 'target', () => share?.target ?? null),
    ]),
    chart('forecast', words.amount, labels, [
      amounts(words.forecast, 'actual', ({ forecast }) => forecast),
      amounts(words.low, 'range', ({ forecastLow }) => forecastLow),
      amounts(words.high, 'range', ({ forecastHigh }) => forecastHigh),
      amounts(words.target, 'target', () => target),
    ]),
  ]
}

/** Clusters with what they brought, their target and their stretch; what is held is compared by its trailing twelve months. */
function clusterChart(
  progress: Progress,
  texts: Texts,
  chart: (key: ChartKey, unit: string, categories: readonly string[], series: readonly ChartSeries[]) => Chart,
): Chart {
  const words = texts.charts
  const clusters = progress.clusters.filter(({ scope }) => scope !== 'none')
  const targetOf = (scope: string): Indicator | undefined =>
    progress.indicators.find((indicator) => indicator.measure === 'output' && indicator.scope === scope)
  const column = (name: string, role: SeriesRole, values: readonly (Yuan | null)[]): ChartSeries => ({
    name,
    role,
    shape: 'column',
    values: values.map((yuan) => largeAmount(yuan, texts.language)),
  })
  return chart(
    'clusters',
    words.amount,
    clusters.map(({ name }) => nameIn(name, texts.language)),
    [
      column(
        words.output,
        'actual',
        clusters.map(({ scope, outputYtd }) => heldOutput(targetOf(scope)) ?? outputYtd),
      ),
      column(
        words.target,
        'target',
        clusters.map(({ scope }) => targetOf(scope)?.target ?? null),
      ),
      column(
        words.stretch,
        'stretch',
        clusters.map(({ scope }) => targetOf(scope)?.stretch ?? null),
      ),
    ],
  )
}

/** What is held is compared by its trailing twelve months. */
const heldOutput = (indicator: Indicator | undefined): Yuan | null =>
  indicator?.kind === 'hold' ? indicator.trailingTwelveMonths : null

const countyTarget = ({ indicators }: Progress): Yuan | null =>
  indicators.find(({ measure, scope, kind }) => measure === 'output' && scope === 'county' && kind === 'reach')?.target ?? null

/** The last value of each series in words: `2025: 503.91 billion yuan (Dec)`. */
function newestText(categories: readonly string[], series: readonly ChartSeries[], unit: string): string {
  return series
    .flatMap(({ name, values }) => {
      const last = values.findLastIndex((value) => value !== null)
      if (last < 0) return []
      const value = values[last]!
      const text = unit === '%' ? percentText(value) : `${value.toFixed(2)} ${unit}`
      return [`${name} ${text} (${categories[last]})`]
    })
    .join('; ')
}
