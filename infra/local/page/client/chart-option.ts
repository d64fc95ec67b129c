import type { EChartsCoreOption } from 'echarts/core'
import type { ChartState } from '../protocol.ts'

const COLOURS = ['#2b5c9e', '#d9822b', '#2e7d5b', '#8a5aa8', '#8a94a0', '#b5484c']

/** How ECharts draws a chart of the spreadsheet. Missing values stay gaps; texts are drawn as they are, never as markup. */
export function chartOption(chart: ChartState, dark: boolean): EChartsCoreOption {
  const { title, categories, series, axisTitles, window, percent } = chart
  const number = new Intl.NumberFormat(
    undefined,
    percent ? { style: 'percent', maximumFractionDigits: 1 } : { maximumFractionDigits: 2 },
  )
  const hasLegend = chart.legend && series.length > 1
  const onRight = series.some(({ right }) => right)
  const axis = (name: string) => ({
    type: 'value',
    name,
    nameTextStyle: { align: 'left' },
    scale: series.every(({ shape }) => shape === 'line'),
    axisLabel: { formatter: (value: number) => number.format(value) },
  })
  return {
    animation: false,
    backgroundColor: dark ? '#1c232b' : '#ffffff',
    color: COLOURS,
    title: { text: title, left: 12, top: 8, textStyle: { fontSize: 15, fontWeight: 600 } },
    legend: { show: hasLegend, bottom: 6, type: 'scroll' },
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
    xAxis: { type: 'category', data: [...categories], name: axisTitles.bottom, nameLocation: 'middle', nameGap: 28 },
    yAxis: [
      { ...axis(axisTitles.left), ...window },
      ...(onRight ? [{ ...axis(axisTitles.right), splitLine: { show: false } }] : []),
    ],
    series: series.map(({ name, shape, colour, dashed, right, values }) => ({
      name,
      type: shape === 'column' ? 'bar' : 'line',
      data: values.map((value) => value ?? '-'),
      yAxisIndex: right ? 1 : 0,
      ...(chart.stacked && shape !== 'line' && { stack: 'all' }),
      ...(colour && { itemStyle: { color: colour }, lineStyle: { color: colour, ...(dashed && { type: 'dashed' }) } }),
      ...(!colour && dashed && { lineStyle: { type: 'dashed' } }),
      ...(shape === 'area' && { areaStyle: { opacity: 0.3 } }),
      ...(shape !== 'column' && { symbolSize: 5, connectNulls: false }),
    })),
  }
}
