import { CHART_KEYS, type Chart, type ChartKey } from '../../model/chart.ts'
import type { GridRange } from '../../model/sheet-request.ts'
import type { CellValue } from '../../model/tabs.ts'

/** Row (0-based) of the hidden tab of charts where the tables begin: names of the series, then the values below. */
export const CHART_HEADER_ROW = 2

/** Series of each chart; its table takes one column more, for the categories, and leaves one blank. */
const SERIES: Record<ChartKey, number> = { cumulative: 3, clusters: 3, monthly: 2, 'emerging-share': 3, forecast: 4 }

/** Column (0-based) where each chart's table begins. */
const FIRST_COLUMN = Object.fromEntries(
  CHART_KEYS.map((key, index) => [key, CHART_KEYS.slice(0, index).reduce((sum, before) => sum + SERIES[before] + 2, 0)]),
) as Record<ChartKey, number>

export const CHARTS_WIDTH = CHART_KEYS.reduce((sum, key) => sum + SERIES[key] + 2, 0)

/** The tables of all charts, side by side, from the header row on. */
export function chartCells(charts: readonly Chart[]): CellValue[][] {
  const height = 1 + Math.max(0, ...charts.map(({ categories }) => categories.length))
  const rows = Array.from({ length: height }, () => Array<CellValue>(CHARTS_WIDTH).fill(null))
  for (const { key, unit, categories, series } of charts) {
    const first = FIRST_COLUMN[key]
    rows[0]![first] = unit
    for (const [index, category] of categories.entries()) rows[index + 1]![first] = category
    for (const [place, { name, values }] of series.entries()) {
      rows[0]![first + 1 + place] = name
      for (const [index, value] of values.entries()) rows[index + 1]![first + 1 + place] = value
    }
  }
  return rows
}

/** Where a chart's categories and series stand, header included, if it has so many categories. */
export function chartSources(key: ChartKey, sheetId: number, categories: number): { domain: GridRange; series: GridRange[] } {
  const column = (index: number): GridRange => ({
    sheetId,
    startRowIndex: CHART_HEADER_ROW,
    endRowIndex: CHART_HEADER_ROW + 1 + categories,
    startColumnIndex: index,
    endColumnIndex: index + 1,
  })
  const first = FIRST_COLUMN[key]
  return { domain: column(first), series: Array.from({ length: SERIES[key] }, (_, index) => column(first + 1 + index)) }
}
