import type { ChartTexts } from '../chart-texts.ts'

export const chartsZh: ChartTexts = {
  title: {
    cumulative: '全县累计工业总产值：本年、上年与目标路径',
    clusters: '产业集群产值与目标',
    monthly: '全县当月工业总产值',
    'emerging-share': '新兴产业增加值占比',
    forecast: '全年预计产值及其区间',
  },
  alternative: (title, newest) => `图：${title}。${newest}`,
  amount: '亿元',
  month: (monthOfYear) => `${monthOfYear}月`,
  year: (year) => `${year}年`,
  path: '目标路径',
  target: '目标值',
  stretch: '力争值',
  output: '完成值',
  forecast: '全年预计',
  low: '区间下限',
  high: '区间上限',
}
