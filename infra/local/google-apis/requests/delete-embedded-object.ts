import type { RequestContext } from './context.ts'
import { findObject, replaceObject } from './sheet-objects.ts'

export function deleteEmbeddedObject(request: { objectId?: number }, { spreadsheet }: RequestContext): undefined {
  const { sheet, object } = findObject(spreadsheet, 'charts', request.objectId)
  replaceObject(sheet, 'charts', object, undefined)
}
