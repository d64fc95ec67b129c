import { CHART_KEYS, type Chart, type ChartKey, type ChartSeries } from '../../../shared/model/chart.ts'
import type { Language } from '../../../shared/model/language.ts'

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)
const upTo = (month: number, figure: (month: number) => number) =>
  MONTHS.map((at) => (at <= month ? Math.round(figure(at) * 100) / 100 : null))

/** Charts such as Summary has, in August of a year under way. */
export function sampleCharts(language: Language): Record<ChartKey, Chart> {
  const zh = language === 'zh-CN'
  const say = (chinese: string, english: string) => (zh ? chinese : english)
  const months = MONTHS.map((month) =>
    zh ? `${month}月` : new Date(Date.UTC(2025, month - 1)).toLocaleString('en', { month: 'short', timeZone: 'UTC' }),
  )
  const unit = say('亿元', 'billion yuan')
  const shaped =
    (shape: ChartSeries['shape']) =>
    (name: string, role: ChartSeries['role'], values: ChartSeries['values']): ChartSeries => ({ name, role, shape, values })
  const [line, column] = [shaped('line'), shaped('column')]
  const thisYear = line(
    say('本年', 'This year'),
    'actual',
    upTo(8, (m) => 38 * m - 9),
  )
  const charts: Record<ChartKey, Omit<Chart, 'key' | 'alternative'>> = {
    cumulative: {
      title: say('工业总产值：累计与目标进度', 'Industrial output: year to date against the path'),
      unit,
      categories: months,
      series: [
        thisYear,
        line(
          say('上年同期', 'Last year'),
          'last-year',
          upTo(12, (m) => 33 * m - 8),
        ),
        line(
          say('目标路径', 'Path to the target'),
          'path',
          upTo(12, (m) => 41.5 * m),
        ),
      ],
    },
    clusters: {
      title: say('产业集群：产值与目标', 'Clusters: output against targets'),
      unit,
      categories: zh
        ? ['智能铸造', '碳素电极', '绿色建材', '玫瑰阿胶大健康']
        : ['Intelligent casting', 'Carbon electrodes', 'Green building materials', 'Rose and ejiao'],
      series: [
        column(say('产值', 'Output'), 'actual', [86.4, 41.2, 3.1, null]),
        column(say('目标', 'Target'), 'target', [120, 60, 50, 30]),
        column(say('奋斗目标', 'Stretch target'), 'stretch', [150, null, null, null]),
      ],
    },
    monthly: {
      title: say('各月工业总产值', 'Industrial output by month'),
      unit,
      categories: months,
      series: [
        column(
          say('本年', 'This year'),
          'actual',
          upTo(8, (m) => 38 + 4 * Math.sin(m)),
        ),
        column(
          say('上年', 'Last year'),
          'last-year',
          upTo(12, (m) => 33 + 3 * Math.cos(m)),
        ),
      ],
    },
    'emerging-share': {
      title: say('新兴产业占比', 'Share of emerging industries'),
      unit: '%',
      categories: months,
      series: [
        line(
          say('占比', 'Share'),
          'actual',
          upTo(8, (m) => 0.2 + m * 0.012),
        ),
        line(
          say('目标', 'Target'),
          'target',
          upTo(12, () => 0.35),
        ),
      ],
    },
    forecast: {
      title: say('全年预测区间', 'Forecast for the year, with its range'),
      unit,
      categories: months,
      series: [
        thisYear,
        line(
          say('预测', 'Forecast'),
          'path',
          MONTHS.map((m) => (m >= 8 ? 295 + 40 * (m - 8) : null)),
        ),
        line(
          say('低值', 'Low'),
          'range',
          MONTHS.map((m) => (m >= 8 ? 295 + 34 * (m - 8) : null)),
        ),
        line(
          say('高值', 'High'),
          'range',
          MONTHS.map((m) => (m >= 8 ? 295 + 46 * (m - 8) : null)),
        ),
        line(
          say('目标', 'Target'),
          'target',
          MONTHS.map(() => 500),
        ),
      ],
    },
  }
  return Object.fromEntries(CHART_KEYS.map((key) => [key, { key, alternative: charts[key].title, ...charts[key] }])) as Record<
    ChartKey,
    Chart
  >
}
