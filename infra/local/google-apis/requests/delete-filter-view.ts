import type { RequestContext } from './context.ts'
import { findObject, replaceObject } from './sheet-objects.ts'

export function deleteFilterView(request: { filterId?: number }, { spreadsheet }: RequestContext): undefined {
  const { sheet, object } = findObject(spreadsheet, 'filterViews', request.filterId)
  replaceObject(sheet, 'filterViews', object, undefined)
}
