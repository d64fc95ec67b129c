import { expect, test } from 'vitest'
import { chartOption } from '../../../../infra/local/page/client/chart-option.ts'
import type { ChartSeries, ChartState } from '../../../../infra/local/page/protocol.ts'

const SERIES: ChartSeries = {
  name: 'a',
  shape: 'line',
  colour: '#2b5c9e',
  line: 'solid',
  lineWidth: 2,
  right: false,
  values: [],
}

function drawn(...series: Partial<ChartSeries>[]) {
  const chart: ChartState = {
    id: 1,
    title: '',
    row: 0,
    column: 0,
    offsetX: 0,
    offsetY: 0,
    width: 400,
    height: 272,
    categories: ['1', '2', '3'],
    series: series.map((one) => ({ ...SERIES, ...one })),
    axisTitles: { bottom: '', left: '', right: '' },
    legend: true,
    stacked: false,
    window: {},
    percent: false,
  }
  return chartOption(chart, false) as { yAxis: { scale: boolean }[]; series: Record<string, unknown>[] }
}

test('a nearly black series of columns is a tick over its group, any other a column', () => {
  const { series } = drawn(
    { shape: 'column', values: [3, null, 5] },
    { shape: 'column', colour: '#1d2b3a', values: [4, 4, null] },
  )
  expect(series.map(({ type }) => type)).toEqual(['bar', 'scatter'])
  expect(series.map(({ data }) => data)).toEqual([
    [3, '-', 5],
    [4, 4, '-'],
  ])
  expect(drawn({ colour: '#1d2b3a', line: 'dashed' }).series).toMatchObject([{ type: 'line', lineStyle: { type: 'dashed' } }])
})

test.each([
  ['close together and far from 0', [[500, 505, null]], true],
  ['from low to high', [[10, 505, null]], false],
  ['below 0', [[-5, -4, -3]], false],
])('lines that lie %s: axis above 0 %#', (_, [values], scale) => {
  expect(drawn({ values: values! }).yAxis[0]!.scale).toBe(scale)
})

test('gaps stay gaps; a value between two of them is a point', () => {
  const [line] = drawn({ values: [null, 7, null] }).series
  expect(line).toMatchObject({ connectNulls: false, data: ['-', { value: 7, symbol: 'circle' }, '-'] })
})
