import type { RequestContext } from './context.ts'
import { findObject, replaceObject } from './sheet-objects.ts'

export function deleteBanding(request: { bandedRangeId?: number }, { spreadsheet }: RequestContext): undefined {
  const { sheet, object } = findObject(spreadsheet, 'bandedRanges', request.bandedRangeId)
  replaceObject(sheet, 'bandedRanges', object, undefined)
}
