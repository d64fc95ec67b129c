import { CHART_KEYS, type ChartKey, type SeriesRole } from '../../model/chart.ts'
import type { ChartSpec, GridRange, SheetRequest } from '../../model/sheet-request.ts'
import type { Texts } from '../../model/texts/texts.ts'
import { hex } from '../template/tab-looks.ts'
import { chartSources } from './chart-cells.ts'
import { CHART_ROWS, FIRST_TARGET_ROW } from './summary-layout.ts'

/** Ids that we give our charts: the same in each workbook, so that none is ever made twice. */
const CHART_IDS: Record<ChartKey, number> = {
  cumulative: 370_124_001,
  clusters: 370_124_002,
  monthly: 370_124_003,
  'emerging-share': 370_124_004,
  forecast: 370_124_005,
}

/** A chart that is there. */
export interface PresentChart {
  id: number
  spec: ChartSpec
}

/** Place and size in pixels below the table of targets: two in the first strip, three in the second. */
const PLACES: Record<ChartKey, { x: number; strip: 0 | 1; width: number }> = {
  cumulative: { x: 4, strip: 0, width: 660 },
  clusters: { x: 672, strip: 0, width: 572 },
  monthly: { x: 4, strip: 1, width: 408 },
  'emerging-share': { x: 420, strip: 1, width: 408 },
  forecast: { x: 836, strip: 1, width: 408 },
}
const HEIGHT = 272

/** The roles' looks: what is stands out; nothing is told by colour alone. */
const LOOKS: Record<SeriesRole, { colour: string; line: { type: 'SOLID' | 'MEDIUM_DASHED' | 'DOTTED'; width: number } }> = {
  actual: { colour: '2b5c9e', line: { type: 'SOLID', width: 3 } },
  'last-year': { colour: '9aa7b4', line: { type: 'SOLID', width: 1 } },
  path: { colour: 'b3480f', line: { type: 'MEDIUM_DASHED', width: 2 } },
  target: { colour: '1d2b3a', line: { type: 'MEDIUM_DASHED', width: 2 } },
  stretch: { colour: 'e6b89a', line: { type: 'DOTTED', width: 2 } },
  range: { colour: 'b9cfe8', line: { type: 'SOLID', width: 2 } },
}

/** What each chart is made of; names of series and categories come from the cells. */
const KINDS: Record<ChartKey, { type: 'LINE' | 'COLUMN'; roles: readonly SeriesRole[]; isShare: boolean }> = {
  cumulative: { type: 'LINE', roles: ['actual', 'last-year', 'path'], isShare: false },
  clusters: { type: 'COLUMN', roles: ['actual', 'target', 'stretch'], isShare: false },
  monthly: { type: 'COLUMN', roles: ['last-year', 'actual'], isShare: false },
  'emerging-share': { type: 'LINE', roles: ['actual', 'last-year', 'target'], isShare: true },
  forecast: { type: 'LINE', roles: ['actual', 'range', 'range', 'target'], isShare: false },
}

/** Rows of the charts that aren't there yet, of the given sheets. `targetRows` is what the table of targets has. */
export const missingCharts = (
  present: readonly PresentChart[],
  sheets: { summary: number; charts: number },
  clusters: number,
  targetRows: number,
  texts: Texts,
): { key: ChartKey; request: SheetRequest }[] =>
  CHART_KEYS.filter((key) => !present.some(({ id }) => id === CHART_IDS[key])).map((key) => {
    const { x, strip, width } = PLACES[key]
    const anchorCell = { sheetId: sheets.summary, rowIndex: FIRST_TARGET_ROW + targetRows + 1, columnIndex: 0 }
    const overlayPosition = {
      anchorCell: { ...anchorCell, rowIndex: anchorCell.rowIndex + (strip * CHART_ROWS) / 2 },
      offsetXPixels: x,
      offsetYPixels: 2,
      widthPixels: width,
      heightPixels: HEIGHT,
    }
    const chart = { chartId: CHART_IDS[key], spec: newSpec(key, sheets.charts, clusters, texts), position: { overlayPosition } }
    return { key, request: { addChart: { chart } } }
  })

function newSpec(key: ChartKey, chartsSheetId: number, clusters: number, texts: Texts): ChartSpec {
  const { type, roles, isShare } = KINDS[key]
  const { domain, series } = chartSources(key, chartsSheetId, categoriesOf(key, clusters))
  return {
    title: texts.charts.title[key],
    altText: texts.charts.title[key],
    hiddenDimensionStrategy: 'SHOW_ALL',
    basicChart: {
      chartType: type,
      legendPosition: 'BOTTOM_LEGEND',
      axis: [{ position: 'BOTTOM_AXIS' }, { position: 'LEFT_AXIS', title: isShare ? '%' : texts.charts.amount }],
      domains: [{ domain: sourced(domain) }],
      series: series.map((range, index) => ({
        series: sourced(range),
        targetAxis: 'LEFT_AXIS' as const,
        colorStyle: { rgbColor: hex(LOOKS[roles[index]!].colour) },
        ...(type === 'LINE' ? { lineStyle: LOOKS[roles[index]!].line } : {}),
      })),
      headerCount: 1,
    },
  }
}

const sourced = (range: GridRange) => ({ sourceRange: { sources: [range] } })

/** Months, or clusters: at least one, since a chart without a category can't be made. */
const categoriesOf = (key: ChartKey, clusters: number): number => (key === 'clusters' ? Math.max(1, clusters) : 12)

/**
 * Charts of ours that draw from other cells than they should, because a cluster was added or the tab of their data made anew: the
 * sources alone are replaced. How people restyled and where they moved them stays.
 */
export function repointedCharts(present: readonly PresentChart[], chartsSheetId: number, clusters: number): SheetRequest[] {
  return CHART_KEYS.flatMap((key): SheetRequest[] => {
    const chart = present.find(({ id }) => id === CHART_IDS[key])
    if (!chart?.spec.basicChart) return []
    const wanted = chartSources(key, chartsSheetId, categoriesOf(key, clusters))
    const { domains, series } = chart.spec.basicChart
    if (
      domains.length !== 1 ||
      series.length !== wanted.series.length ||
      [...domains.map(({ domain }) => domain), ...series.map((each) => each.series)].every((source, index) =>
        sameRange(source.sourceRange?.sources?.[0], [wanted.domain, ...wanted.series][index]!),
      )
    )
      return []
    const spec: ChartSpec = {
      ...chart.spec,
      basicChart: {
        ...chart.spec.basicChart,
        domains: [{ ...domains[0]!, domain: sourced(wanted.domain) }],
        series: series.map((each, index) => ({ ...each, series: sourced(wanted.series[index]!) })),
      },
    }
    return [{ updateChartSpec: { chartId: chart.id, spec } }]
  })
}

/** Google leaves out a sheet id of 0. */
const sameRange = (present: GridRange | undefined, wanted: GridRange): boolean =>
  present !== undefined &&
  (present.sheetId ?? 0) === wanted.sheetId &&
  present.startRowIndex === wanted.startRowIndex &&
  present.endRowIndex === wanted.endRowIndex &&
  present.startColumnIndex === wanted.startColumnIndex &&
  present.endColumnIndex === wanted.endColumnIndex
