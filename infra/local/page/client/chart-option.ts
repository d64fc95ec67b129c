import type { EChartsCoreOption } from 'echarts/core'
import type { ChartSeries, ChartState } from '../protocol.ts'

const COLOURS = ['#2b5c9e', '#d9822b', '#2e7d5b', '#8a5aa8', '#8a94a0', '#b5484c']
const TICK = 'path://M0 0H26V4H0Z'
/** Width of a tick, as a share of its category's room: it stands out of the columns on both sides. */
const TICK_SHARE = 0.72
/** Room that the value axis and the edges take; only for sizes that ECharts wants in advance. */
const BESIDE_PX = 90
const MOST_TICK_PX = 110
/** So many names of categories are all shown, on several lines if need be. */
const MOST_NAMED = 8
/** Parts of a colour that is nearly black are below this, of 255. */
const DARK = 0x50

/** How ECharts draws a chart of the spreadsheet. Missing values stay gaps; texts are drawn as they are, never as markup. */
export function chartOption(chart: ChartState, dark: boolean): EChartsCoreOption {
  const { title, categories, series, axisTitles, window } = chart
  const number = numberFormat(chart)
  const hasLegend = chart.legend && series.length > 1
  const onRight = series.some(({ right }) => right)
  const axis = (name: string) => ({
    type: 'value',
    name,
    nameTextStyle: { align: 'left' },
    scale: isNarrow(chart),
    axisLabel: { formatter: (value: number) => number.format(value) },
  })
  const categoryPx = (chart.width - BESIDE_PX) / Math.max(1, categories.length)
  const tickPx = Math.round(Math.min(categoryPx * TICK_SHARE, MOST_TICK_PX))
  return {
    animation: false,
    backgroundColor: dark ? '#1c232b' : '#ffffff',
    color: COLOURS,
    title: { text: title, left: 12, top: 8, textStyle: { fontSize: 15, fontWeight: 600 } },
    legend: { show: hasLegend, bottom: 6, type: 'scroll', itemWidth: 26, itemHeight: 11 },
    grid: {
      left: 16,
      right: onRight ? 16 : 24,
      top: title ? 64 : 36,
      bottom: (hasLegend ? 34 : 12) + (axisTitles.bottom ? 22 : 0),
      containLabel: true,
    },
    // Tool tips are drawn on the canvas: names that people typed never become markup.
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      valueFormatter: (value: unknown) => (typeof value === 'number' ? number.format(value) : '–'),
    },
    xAxis: {
      type: 'category',
      data: [...categories],
      name: axisTitles.bottom,
      nameLocation: 'middle',
      nameGap: 28,
      ...(categories.length <= MOST_NAMED && { axisLabel: { interval: 0, width: categoryPx - 4, overflow: 'break' } }),
    },
    yAxis: [
      { ...axis(axisTitles.left), ...window },
      ...(onRight ? [{ ...axis(axisTitles.right), splitLine: { show: false } }] : []),
    ],
    series: series.map((one) => ({
      name: one.name,
      yAxisIndex: one.right ? 1 : 0,
      ...(isTarget(one)
        ? tick(one, tickPx, dark)
        : one.shape === 'column'
          ? column(one, chart.stacked)
          : line(one, chart.stacked)),
    })),
  }
}

const gaps = (values: ChartSeries['values']) => values.map((value) => value ?? '-')

/** A target among columns, which is what a nearly black one is: a bold line over its group. */
const isTarget = ({ shape, colour }: ChartSeries): boolean =>
  shape === 'column' && colour !== null && [1, 3, 5].every((at) => Number.parseInt(colour.slice(at, at + 2), 16) < DARK)

const tick = ({ values, colour }: ChartSeries, widthPx: number, dark: boolean) => ({
  type: 'scatter',
  symbol: TICK,
  symbolSize: [widthPx, 4],
  z: 5,
  itemStyle: { color: dark ? '#e6ebf0' : colour, opacity: 1 },
  data: gaps(values),
})

const column = ({ values, colour }: ChartSeries, stacked: boolean) => ({
  type: 'bar',
  barMaxWidth: 56,
  data: gaps(values),
  ...(stacked && { stack: 'all' }),
  ...(colour && { itemStyle: { color: colour } }),
})

const line = ({ values, shape, colour, line: type, lineWidth }: ChartSeries, stacked: boolean) => ({
  type: 'line',
  connectNulls: false,
  symbol: 'none',
  // A value between two gaps has no line to be seen by.
  data: values.map((value, index) =>
    value === null
      ? '-'
      : (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null
        ? { value, symbol: 'circle', symbolSize: 6 }
        : value,
  ),
  lineStyle: { type, width: lineWidth, ...(colour && { color: colour }) },
  ...(colour && { itemStyle: { color: colour } }),
  ...(shape === 'area' && { areaStyle: { opacity: 0.3 }, ...(stacked && { stack: 'all' }) }),
})

/** Lines that lie close together and far from 0 are told apart only on an axis of their own; columns always begin at 0. */
function isNarrow({ series }: ChartState): boolean {
  const values = series.flatMap((each) => each.values).filter((value) => value !== null)
  return series.every(({ shape }) => shape === 'line') && Math.min(...values) > 0.5 * Math.max(...values)
}

/** Fractions are shown as percent where their cells are, or the axis says so. */
function numberFormat({ percent, axisTitles, series }: ChartState): Intl.NumberFormat {
  const most = Math.max(0, ...series.flatMap(({ values }) => values.map((value) => Math.abs(value ?? 0))))
  return percent || (axisTitles.left === '%' && most <= 2)
    ? new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 })
    : new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 })
}
