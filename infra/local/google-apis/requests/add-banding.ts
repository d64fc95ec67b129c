import { normaliseColours } from '../colours.ts'
import type { JsonObject } from '../json.ts'
import type { GridRange } from '../ranges.ts'
import { withoutZeroSheetIds, withSheetIds } from '../shift.ts'
import { located, type RequestContext } from './context.ts'
import { objectId } from './sheet-objects.ts'

export function addBanding(
  request: { bandedRange?: JsonObject & { readonly range?: GridRange } },
  context: RequestContext,
): JsonObject {
  const { sheet } = located(context, request.bandedRange?.range)
  const bandedRangeId = objectId(context.spreadsheet, 'bandedRanges', request.bandedRange?.bandedRangeId)
  const given = withSheetIds(normaliseColours(request.bandedRange)) as JsonObject
  const bandedRange = { ...given, range: { sheetId: sheet.sheetId, ...request.bandedRange?.range }, bandedRangeId }
  sheet.setParts({ bandedRanges: [...sheet.parts.bandedRanges, bandedRange] })
  return { bandedRange: withoutZeroSheetIds(bandedRange) }
}
