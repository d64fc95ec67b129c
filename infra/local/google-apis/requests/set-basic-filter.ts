import type { JsonObject } from '../json.ts'
import type { GridRange } from '../ranges.ts'
import { withSheetIds } from '../shift.ts'
import { located, type RequestContext } from './context.ts'

export function setBasicFilter(
  request: { filter?: JsonObject & { readonly range?: GridRange } },
  context: RequestContext,
): undefined {
  const { sheet } = located(context, request.filter?.range)
  const filter = withSheetIds(request.filter) as JsonObject
  sheet.setParts({ basicFilter: { ...filter, range: { sheetId: sheet.sheetId, ...request.filter?.range } } })
}
