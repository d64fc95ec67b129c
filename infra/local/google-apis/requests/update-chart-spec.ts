import type { JsonObject } from '../json.ts'
import { checkedSpec } from './chart-spec.ts'
import type { RequestContext } from './context.ts'
import { findObject, replaceObject } from './sheet-objects.ts'

/** Replaces the whole spec: there is no mask. */
export function updateChartSpec(request: { chartId?: number; spec?: JsonObject }, context: RequestContext): undefined {
  const { sheet, object } = findObject(context.spreadsheet, 'charts', request.chartId)
  replaceObject(sheet, 'charts', object, { ...object, spec: checkedSpec(request.spec, context) })
}
