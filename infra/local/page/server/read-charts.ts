import { asCell } from '../../google-apis/cell.ts'
import { displayText } from '../../google-apis/display.ts'
import { isObject, type JsonObject } from '../../google-apis/json.ts'
import { areaOf, type GridRange } from '../../google-apis/ranges.ts'
import type { Sheet } from '../../google-apis/sheet.ts'
import type { Spreadsheet } from '../../google-apis/spreadsheet.ts'
import type { ChartSeries, ChartState } from '../protocol.ts'
import { colourCode } from './colour-code.ts'

/** One cell of a chart's source. */
interface Point {
  text: string
  number: number | null
  percent: boolean
}

/** Pixels, where the specification doesn't say. */
const DEFAULT_LINE = 2

const objects = (value: unknown): JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : [])
const object = (value: unknown): JsonObject => (isObject(value) ? value : {})

/** The basic charts (lines, columns, areas and combinations of them) that lie on a sheet, with the values of their sources now. */
export function readCharts(spreadsheet: Spreadsheet, sheet: Sheet): ChartState[] {
  return sheet.parts.charts.flatMap((chart) => {
    const spec = object(chart.spec)
    return isObject(spec.basicChart) ? [chartState(chart, spec, spec.basicChart, spreadsheet)] : []
  })
}

function chartState(chart: JsonObject, spec: JsonObject, basic: JsonObject, spreadsheet: Spreadsheet): ChartState {
  const overlay = object(object(chart.position).overlayPosition)
  const anchor = object(overlay.anchorCell)
  const headers = Number(basic.headerCount ?? guessedHeaders(basic, spreadsheet))
  const [domain] = objects(basic.domains)
  const series = objects(basic.series).map((one) => seriesState(one, basic, headers, spreadsheet))
  const axis = (position: string) => objects(basic.axis).find((one) => one.position === position) ?? {}
  const window = object(axis('LEFT_AXIS').viewWindowOptions)
  return {
    id: Number(chart.chartId),
    title: String(spec.title ?? ''),
    row: Number(anchor.rowIndex ?? 0),
    column: Number(anchor.columnIndex ?? 0),
    offsetX: Number(overlay.offsetXPixels ?? 0),
    offsetY: Number(overlay.offsetYPixels ?? 0),
    width: Number(overlay.widthPixels ?? 600),
    height: Number(overlay.heightPixels ?? 371),
    categories: pointsOf(domain?.domain, spreadsheet)
      .slice(headers)
      .map(({ text }) => text),
    series: series.map(({ percent: _percent, ...one }) => one),
    axisTitles: {
      bottom: String(axis('BOTTOM_AXIS').title ?? ''),
      left: String(axis('LEFT_AXIS').title ?? ''),
      right: String(axis('RIGHT_AXIS').title ?? ''),
    },
    legend: basic.legendPosition !== 'NO_LEGEND',
    stacked: basic.stackedType === 'STACKED' || basic.stackedType === 'PERCENT_STACKED',
    window: {
      ...(typeof window.viewWindowMin === 'number' && { min: window.viewWindowMin }),
      ...(typeof window.viewWindowMax === 'number' && { max: window.viewWindowMax }),
    },
    percent: series.length > 0 && series.every(({ percent }) => percent),
  }
}

function seriesState(
  series: JsonObject,
  basic: JsonObject,
  headers: number,
  spreadsheet: Spreadsheet,
): ChartSeries & { percent: boolean } {
  const points = pointsOf(series.series, spreadsheet)
  const kind = String(series.type ?? basic.chartType)
  const values = points.slice(headers)
  const line = object(series.lineStyle)
  return {
    name: points
      .slice(0, headers)
      .map(({ text }) => text)
      .join(' '),
    shape: kind === 'COLUMN' || kind === 'BAR' ? 'column' : kind === 'AREA' ? 'area' : 'line',
    colour: colourCode(series.colorStyle ?? series.color),
    line: String(line.type).includes('DASH') ? 'dashed' : line.type === 'DOTTED' ? 'dotted' : 'solid',
    lineWidth: typeof line.width === 'number' ? line.width : DEFAULT_LINE,
    right: series.targetAxis === 'RIGHT_AXIS',
    values: values.map(({ number }) => number),
    percent: values.some(({ number }) => number !== null) && values.every(({ number, percent }) => number === null || percent),
  }
}

/** Google takes a first row for headers where it isn't told and the first value of a series is a text. */
function guessedHeaders(basic: JsonObject, spreadsheet: Spreadsheet): number {
  const [first] = objects(basic.series)
  const [head] = pointsOf(first?.series, spreadsheet)
  return head && head.number === null && head.text !== '' ? 1 : 0
}

function pointsOf(data: unknown, spreadsheet: Spreadsheet): Point[] {
  const sources = objects(object(object(data).sourceRange).sources) as unknown as GridRange[]
  return sources.flatMap((range) => {
    const sheet = spreadsheet.sheets.find(({ sheetId }) => sheetId === (range.sheetId ?? 0))
    if (!sheet) return []
    const area = areaOf(range, sheet.grid)
    const points: Point[] = []
    for (let row = area.startRow; row < area.endRow; row++)
      for (let column = area.startColumn; column < area.endColumn; column++) points.push(pointAt(spreadsheet, sheet, row, column))
    return points
  })
}

function pointAt(spreadsheet: Spreadsheet, sheet: Sheet, row: number, column: number): Point {
  const { format } = asCell(sheet.grid.get(row, column))
  const value = spreadsheet.calculation.value(sheet, row, column)
  return {
    text: displayText(value, format, spreadsheet.locale),
    number: typeof value === 'number' ? value : null,
    percent: object(format?.numberFormat).type === 'PERCENT',
  }
}
