import { normaliseColours } from '../colours.ts'
import { type JsonObject, withPaths } from '../json.ts'
import { withSheetIds } from '../shift.ts'
import { fieldPaths, type RequestContext } from './context.ts'
import { findObject, replaceObject } from './sheet-objects.ts'

export function updateBanding(
  request: { bandedRange?: JsonObject; fields?: string },
  { spreadsheet }: RequestContext,
): undefined {
  const paths = fieldPaths('BandedRange', request.fields)
  const given = withSheetIds(normaliseColours(request.bandedRange ?? {})) as JsonObject
  const { sheet, object } = findObject(spreadsheet, 'bandedRanges', given.bandedRangeId)
  replaceObject(sheet, 'bandedRanges', object, { ...withPaths(object, given, paths), bandedRangeId: object.bandedRangeId })
}
