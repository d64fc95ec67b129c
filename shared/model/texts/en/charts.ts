import type { ChartTexts } from '../chart-texts.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

export const chartsEn: ChartTexts = {
  title: {
    cumulative: 'Cumulative output of the county: this year, last year, path to the target',
    clusters: 'Output of the clusters and their targets',
    monthly: 'Output of the county by month',
    'emerging-share': "Emerging industries' share of added value",
    forecast: 'Forecast of the whole year and its range',
  },
  alternative: (title, newest) => `Chart: ${title}. ${newest}`,
  amount: 'billion yuan',
  month: (monthOfYear) => MONTHS[monthOfYear - 1]!,
  year: (year) => String(year),
  path: 'Path to the target',
  target: 'Target',
  stretch: 'Stretch',
  output: 'Value',
  forecast: 'Forecast',
  low: 'Low',
  high: 'High',
}
