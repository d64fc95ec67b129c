import type { JsonObject } from '../json.ts'
import type { GridRange } from '../ranges.ts'
import { withoutZeroSheetIds, withSheetIds } from '../shift.ts'
import { located, type RequestContext } from './context.ts'
import { objectId } from './sheet-objects.ts'

export function addFilterView(
  request: { filter?: JsonObject & { readonly range?: GridRange } },
  context: RequestContext,
): JsonObject {
  const { sheet } = located(context, request.filter?.range)
  const filterViewId = objectId(context.spreadsheet, 'filterViews', request.filter?.filterViewId)
  const title = `Filter ${sheet.parts.filterViews.length + 1}`
  const range = { sheetId: sheet.sheetId, ...request.filter?.range }
  const filter = { title, ...(withSheetIds(request.filter) as JsonObject), range, filterViewId }
  sheet.setParts({ filterViews: [...sheet.parts.filterViews, filter] })
  return { filter: withoutZeroSheetIds(filter) }
}
