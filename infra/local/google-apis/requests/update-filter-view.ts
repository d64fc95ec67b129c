import { type JsonObject, withPaths } from '../json.ts'
import { withSheetIds } from '../shift.ts'
import { fieldPaths, type RequestContext } from './context.ts'
import { findObject, replaceObject } from './sheet-objects.ts'

export function updateFilterView(request: { filter?: JsonObject; fields?: string }, { spreadsheet }: RequestContext): undefined {
  const paths = fieldPaths('FilterView', request.fields)
  const given = withSheetIds(request.filter ?? {}) as JsonObject
  const { sheet, object } = findObject(spreadsheet, 'filterViews', given.filterViewId)
  replaceObject(sheet, 'filterViews', object, { ...withPaths(object, given, paths), filterViewId: object.filterViewId })
}
