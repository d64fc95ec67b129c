import type { CustomSeriesOption, EChartsOption } from 'echarts'
import type { Chart, ChartSeries } from '../model/chart.ts'
import { FONT_FAMILIES } from './font-file.ts'
import { pairedRanges, rangeSeries } from './range-series.ts'
import { FAINT, GRID, INK, type SeriesLook, seriesLook } from './series-look.ts'

type Drawn = Extract<NonNullable<EChartsOption['series']>, readonly unknown[]>[number]

const LEFT = 16
const RIGHT = 24
const TITLE_PX = 17
const TEXT_PX = 13
/** Room that labels of the value axis take; only for sizes that ECharts wants in advance. */
const AXIS_PX = 56

const WHOLE_LINE = 'path://M0 0H26V4H0Z'
const THIN_LINE = 'path://M0 0H26V1.5H0Z'
const BROKEN_LINE = 'path://M0 0H6V3H0ZM10 0H16V3H10ZM20 0H26V3H20Z'

/** Width of a tick, as a share of its category's room: it stands out of the column on both sides. */
const TICK_SHARE = 0.72

/** A column that is lower than this share of the highest value has no room for a text in it. */
const ROOM_FOR_TEXT = 0.12

/** Columns with more categories than these have no room for their values. */
const MOST_LABELLED = 8

/** The chart as ECharts draws it. Names that people gave are looked up by number, never used as names of ECharts' own or as markup. */
export function chartOption(chart: Chart, widthPx: number): EChartsOption {
  const names = chart.series.map(({ name }) => printable(name))
  const pairs = pairedRanges(chart.series)
  const highs = new Set(pairs.values())
  const legend = chart.series.flatMap((_, index) => (highs.has(index) ? [] : [`${index}`]))
  const categoryPx = (widthPx - LEFT - RIGHT - AXIS_PX) / Math.max(1, chart.categories.length)
  // Half a name of a month helps nobody: every other one whole.
  const monthsTooNarrow = chart.categories.length === 12 && categoryPx < 38
  const legendRows = rowsOfLegend(
    legend.map((id) => legendName(Number(id), names, pairs)),
    widthPx,
  )
  const gridTop = 96 + legendRows * 22
  const numbers = numberText(chart.unit)
  const most = Math.max(...chart.series.flatMap(({ values }) => values.map((value) => value ?? 0)), 0)
  return {
    animation: false,
    backgroundColor: '#ffffff',
    textStyle: { fontFamily: FONT_FAMILIES.join(','), color: INK, fontSize: TEXT_PX },
    title: [
      {
        text: printable(chart.title),
        left: LEFT - 5,
        top: 8,
        textStyle: { color: INK, fontSize: TITLE_PX, fontWeight: 'normal', width: widthPx - LEFT - RIGHT, overflow: 'truncate' },
      },
      // The axis' own title would be cut off at the left or lie over the legend.
      {
        text: printable(chart.unit),
        left: LEFT - 5,
        top: gridTop - 30,
        textStyle: { color: FAINT, fontSize: TEXT_PX, fontWeight: 'normal' },
      },
    ],
    legend: {
      data: legend.map((id) => ({ name: id, ...legendIcon(chart.series[Number(id)]!) })),
      left: LEFT - 5,
      right: RIGHT,
      top: 40,
      itemWidth: 26,
      itemHeight: 11,
      itemGap: 14,
      textStyle: { color: INK, fontSize: TEXT_PX },
      formatter: (id) => legendName(Number(id), names, pairs),
    },
    grid: { left: LEFT, right: RIGHT, top: gridTop, bottom: 14, containLabel: true },
    xAxis: {
      type: 'category',
      data: chart.categories.map(printable),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: FAINT } },
      axisLabel: monthsTooNarrow
        ? { color: INK, fontSize: TEXT_PX, interval: 1 }
        : { color: INK, fontSize: TEXT_PX, interval: 0, width: categoryPx - 4, overflow: 'break', lineHeight: 16 },
    },
    yAxis: {
      type: 'value',
      scale: isNarrow(chart),
      boundaryGap: [0, '4%'],
      splitLine: { lineStyle: { color: GRID } },
      splitNumber: 4,
      axisLabel: { color: FAINT, fontSize: TEXT_PX, formatter: numbers },
    },
    series: chart.series.flatMap((series, index): Drawn[] => {
      if (highs.has(index)) return []
      const look = seriesLook(series, chart.series.slice(0, index).filter(({ role }) => role === series.role).length)
      const high = pairs.get(index)
      if (high !== undefined) return [rangeSeries(`${index}`, series, chart.series[high]!, look) as CustomSeriesOption]
      if (series.shape === 'line') return [lineSeries(`${index}`, series, look, numbers)]
      if (series.role === 'target' || series.role === 'stretch') return [tickSeries(`${index}`, series, look, categoryPx)]
      return [columnSeries(`${index}`, series, look, chart.categories.length <= MOST_LABELLED ? numbers : null, most)]
    }),
  }
}

/** Lines that lie close together and far from 0 are told apart only on an axis of their own; columns always begin at 0. */
function isNarrow({ series }: Chart): boolean {
  const values = series.flatMap((each) => each.values).filter((value) => value !== null)
  return series.every(({ shape }) => shape === 'line') && Math.min(...values) > 0.5 * Math.max(...values)
}

/** A range of two series stands in the legend once. */
function legendName(index: number, names: readonly string[], pairs: ReadonlyMap<number, number>): string {
  const high = pairs.get(index)
  return high === undefined ? names[index]! : `${names[index]} – ${names[high]}`
}

/** How many rows of a legend follow the first: ECharts breaks it by itself, but the grid must be told to make room. */
function rowsOfLegend(names: readonly string[], widthPx: number): number {
  let rows = 0
  let used = 0
  for (const name of names) {
    const width =
      26 + 5 + 14 + [...name].reduce((sum, sign) => sum + (sign.codePointAt(0)! > 0x2e80 ? TEXT_PX : TEXT_PX * 0.58), 0)
    if (used > 0 && used + width > widthPx - LEFT - RIGHT) {
      rows++
      used = 0
    }
    used += width
  }
  return rows
}

function lineSeries(name: string, { values, role }: ChartSeries, look: SeriesLook, numbers: (value: number) => string): Drawn {
  const last = values.findLastIndex((value) => value !== null)
  const shown = { color: INK, fontSize: TEXT_PX, textBorderColor: '#ffffff', textBorderWidth: 3 }
  return {
    type: 'line',
    name,
    z: look.z,
    symbol: look.mark,
    symbolSize: 7,
    showSymbol: look.mark !== 'none',
    lineStyle: { color: look.color, width: look.widthPx, type: look.dash },
    itemStyle: { color: look.color },
    data: values.map((value, index) => ({
      value: value ?? '-',
      label: { show: role === 'actual' && index === last, formatter: () => numbers(value!), position: 'top', ...shown },
    })),
  }
}

function columnSeries(
  name: string,
  { values, role }: ChartSeries,
  look: SeriesLook,
  numbers: ((value: number) => string) | null,
  most: number,
): Drawn {
  const within = { position: 'insideBottom', color: '#ffffff', fontSize: TEXT_PX } as const
  const above = { position: 'top', color: INK, fontSize: TEXT_PX, textBorderColor: '#ffffff', textBorderWidth: 3 } as const
  return {
    type: 'bar',
    name,
    z: look.z,
    barMaxWidth: 56,
    barCategoryGap: '38%',
    itemStyle: { color: look.fill, borderColor: look.color, borderWidth: look.fill === look.color ? 0 : 1.5 },
    data: values.map((value) => ({
      value: value ?? '-',
      label: {
        show: numbers !== null && role === 'actual' && value !== null,
        formatter: () => numbers!(value!),
        ...((value ?? 0) > most * ROOM_FOR_TEXT ? within : above),
      },
    })),
  }
}

/** A target over columns: a bold tick; a stretch beyond it: a broken one. */
const tickSeries = (name: string, { values, role }: ChartSeries, look: SeriesLook, categoryPx: number): Drawn => ({
  type: 'scatter',
  name,
  z: look.z + 2,
  symbol: role === 'target' ? WHOLE_LINE : BROKEN_LINE,
  symbolSize: [Math.round(Math.min(categoryPx * TICK_SHARE, 90)), 4],
  itemStyle: { color: look.color, opacity: 1 },
  data: values.map((value) => value ?? '-'),
})

/** How a series looks in the legend, where that isn't ECharts' own choice: lines without marks as lines, ticks as ticks. */
function legendIcon({ role, shape }: ChartSeries): { icon?: string; itemStyle?: { borderWidth: number } } {
  if (role === 'actual' || role === 'range') return {}
  if (shape === 'column' && (role === 'last-year' || role === 'path')) return {}
  return { icon: role === 'path' || role === 'stretch' ? BROKEN_LINE : role === 'target' ? WHOLE_LINE : THIN_LINE }
}

/** A value as the axis shows it: fractions of a unit % as percent, grouped digits, no more decimals than tell anything. */
function numberText(unit: string): (value: number) => string {
  if (unit === '%') return (value) => `${Math.round(value * 1000) / 10}%`
  return (value) => value.toLocaleString('en-US', { maximumFractionDigits: Math.abs(value) < 100 ? 2 : 1 })
}

/** The text without what an XML document can't hold: control characters and halves of surrogate pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const printable = (text: string): string => text.toWellFormed().replace(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff]+/g, ' ')
