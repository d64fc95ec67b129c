import type { JsonObject } from '../json.ts'
import { withoutZeroSheetIds } from '../shift.ts'
import { checkedPosition, checkedSpec, sheetOfPosition } from './chart-spec.ts'
import type { RequestContext } from './context.ts'
import { objectId } from './sheet-objects.ts'

export function addChart(request: { chart?: JsonObject }, context: RequestContext): JsonObject {
  const spec = checkedSpec(request.chart?.spec, context)
  const position = checkedPosition(request.chart?.position, context)
  const chart = { ...request.chart, chartId: objectId(context.spreadsheet, 'charts', request.chart?.chartId), spec, position }
  const sheet = context.spreadsheet.sheet(sheetOfPosition(position))
  sheet.setParts({ charts: [...sheet.parts.charts, chart] })
  return { chart: withoutZeroSheetIds(chart) }
}
