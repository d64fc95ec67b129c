import { expect, test } from 'vitest'
import { chartOfNative, sourcesOfChart } from '../../../../shared/jobs/export-file/chart-of-native.ts'
import type { NativeSeries } from '../../../../shared/model/sheet-looks.ts'
import type { GridRange } from '../../../../shared/model/sheet-request.ts'

const column = (index: number) => ({
  sourceRange: { sources: [{ sheetId: 5, startColumnIndex: index, endColumnIndex: index + 1 } as GridRange] },
})
const native = (series: NativeSeries[], chartType = 'COMBO') => ({
  spec: {
    title: 'Output',
    altText: 'It grows.',
    basicChart: {
      chartType,
      headerCount: 1,
      axis: [{ position: 'LEFT_AXIS', title: '亿元' }],
      domains: [{ domain: column(0) }],
      series: series.map((one, index) => ({ ...one, series: column(index + 1) })),
    },
  },
})
const rgb = (red: number, green: number, blue: number) => ({ colorStyle: { rgbColor: { red, green, blue } } })

test('the cells of the sources in order, and nothing where no value stands', () => {
  const chart = native([{ type: 'LINE' }, { type: 'COLUMN' }])
  expect(sourcesOfChart(chart)?.map(({ startColumnIndex }) => startColumnIndex)).toEqual([0, 1, 2])
  expect(
    chartOfNative(chart, [
      [['Month'], ['Jan'], ['Feb'], ['Mar']],
      [['This year'], [0], ['']],
      [['Target'], ['x'], [2], [3]],
    ]),
  ).toEqual({
    key: 'cumulative',
    title: 'Output',
    unit: '亿元',
    categories: ['Jan', 'Feb', 'Mar'],
    series: [
      { name: 'This year', role: 'actual', shape: 'line', values: [0, null, null] },
      { name: 'Target', role: 'actual', shape: 'column', values: [null, 2, 3] },
    ],
    alternative: 'It grows.',
  })
})

test.each<[string, NativeSeries]>([
  ['actual', rgb(43 / 255, 92 / 255, 158 / 255)],
  ['actual', {}],
  ['last-year', rgb(0.55, 0.58, 0.6)],
  ['path', { lineStyle: { type: 'MEDIUM_DASHED' } }],
  ['stretch', { lineStyle: { type: 'DOTTED' } }],
  ['target', rgb(29 / 255, 43 / 255, 58 / 255)],
  ['range', { type: 'AREA' }],
  ['range', rgb(242 / 255, 180 / 255, 140 / 255)],
])('%s shows in %j', (role, series) => {
  expect(chartOfNative(native([series]), [[['m']], [['name']]]).series[0]?.role).toBe(role)
})

test('kinds without series in cells cannot be read', () => {
  expect(sourcesOfChart({ spec: { title: 'Pie' } })).toBeNull()
  expect(sourcesOfChart(native([]))).toBeNull()
})
