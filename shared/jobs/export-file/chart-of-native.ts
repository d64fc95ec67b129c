import type { Chart, ChartSeries, SeriesRole } from '../../model/chart.ts'
import type { NativeChart, NativeSeries } from '../../model/sheet-looks.ts'
import type { GridRange, Rgb } from '../../model/sheet-request.ts'
import type { CellValue } from '../../model/tabs.ts'

/**
 * A chart of the spreadsheet as the chart that we draw. Its cells say what is drawn; what a series stands for shows in how it looks:
 * dashed is a path, dotted a stretch, a filled area or a light colour a range, grey last year, nearly black a target, all others
 * what is. Charts of other kinds (pies, maps) can't be read.
 */

/** The places of the chart's categories and then of each series, or null where it is of a kind that can't be read. */
export function sourcesOfChart({ spec }: NativeChart): GridRange[] | null {
  const { domains = [], series = [] } = spec?.basicChart ?? {}
  const ranges = [domains[0]?.domain, ...series.map((one) => one.series)].map((source) => source?.sourceRange?.sources?.[0])
  return series.length > 0 && ranges.every((range) => range !== undefined) ? ranges : null
}

/** The chart from the cells of its sources, in their order. The key is that of the chart it stands for only as far as drawing goes. */
export function chartOfNative({ spec }: NativeChart, cells: readonly (readonly (readonly CellValue[])[])[]): Chart {
  const { headerCount = 0, chartType = 'COLUMN', series = [], axis = [] } = spec?.basicChart ?? {}
  const [domain = [], ...columns] = cells.map(inLine)
  const names = domain.slice(headerCount)
  const length = Math.max(names.length, ...columns.map((column) => column.length - headerCount), 0)
  const title = spec?.title ?? ''
  return {
    key: 'cumulative',
    title,
    unit: axis.find(({ position }) => position === 'LEFT_AXIS')?.title ?? '',
    categories: Array.from({ length }, (_, index) => `${names[index] ?? ''}`),
    series: series.map((one, index) => seriesOf(one, chartType, columns[index] ?? [], headerCount, length)),
    alternative: spec?.altText || title,
  }
}

/** The cells of a column, or of a row, one after the other: an empty cell of a column is read as a row without cells. */
const inLine = (rows: readonly (readonly CellValue[])[]): CellValue[] =>
  rows.some((row) => row.length > 1) ? rows.flat() : rows.map(([cell]) => cell ?? null)

function seriesOf(
  native: NativeSeries,
  chartType: string,
  cells: readonly CellValue[],
  headerCount: number,
  length: number,
): ChartSeries {
  const type = native.type ?? chartType
  return {
    name: cells
      .slice(0, headerCount)
      .map((cell) => `${cell ?? ''}`)
      .join(' '),
    role: roleOf(native, type),
    shape: type === 'COLUMN' || type === 'BAR' ? 'column' : 'line',
    values: Array.from({ length }, (_, index) => {
      const value = cells[headerCount + index]
      return typeof value === 'number' ? value : null
    }),
  }
}

const DARK = 0.2
const LIGHT = 0.6
/** Parts of a grey differ by no more than this. */
const GREY_SPREAD = 0.12

function roleOf({ lineStyle, colorStyle }: NativeSeries, type: string): SeriesRole {
  const line = lineStyle?.type ?? 'SOLID'
  if (line.includes('DASH')) return 'path'
  if (line === 'DOTTED') return 'stretch'
  if (type === 'AREA' || type === 'STEPPED_AREA') return 'range'
  return colorStyle?.rgbColor ? roleOfColour(colorStyle.rgbColor) : 'actual'
}

function roleOfColour({ red = 0, green = 0, blue = 0 }: Rgb): SeriesRole {
  const lightness = 0.2126 * red + 0.7152 * green + 0.0722 * blue
  if (lightness < DARK && Math.max(red, green, blue) < 2 * DARK) return 'target'
  if (Math.max(red, green, blue) - Math.min(red, green, blue) <= GREY_SPREAD) return 'last-year'
  return lightness > LIGHT ? 'range' : 'actual'
}
