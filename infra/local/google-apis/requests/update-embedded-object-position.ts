import { isObject, type JsonObject, withPaths } from '../json.ts'
import { withoutZeroSheetIds } from '../shift.ts'
import { checkedPosition, sheetOfPosition } from './chart-spec.ts'
import { fieldPaths, type RequestContext } from './context.ts'
import { findObject, replaceObject } from './sheet-objects.ts'

interface Request {
  readonly objectId?: number
  readonly newPosition?: JsonObject
  readonly fields?: string
}

/** Moves or resizes a chart, also to another sheet. The mask counts from the overlay position. */
export function updateEmbeddedObjectPosition(request: Request, context: RequestContext): JsonObject {
  const { spreadsheet } = context
  const paths = fieldPaths('OverlayPosition', request.fields)
  const { sheet, object } = findObject(spreadsheet, 'charts', request.objectId)
  const old = (object.position as JsonObject).overlayPosition as JsonObject
  const given = isObject(request.newPosition?.overlayPosition) ? request.newPosition.overlayPosition : {}
  const position = checkedPosition({ overlayPosition: withPaths(old, given, paths) }, context)
  const target = spreadsheet.sheet(sheetOfPosition(position))
  const moved = { ...object, position }
  replaceObject(sheet, 'charts', object, target === sheet ? moved : undefined)
  if (target !== sheet) target.setParts({ charts: [...target.parts.charts, moved] })
  return { position: withoutZeroSheetIds(position) }
}
