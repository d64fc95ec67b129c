import { normaliseColours } from '../colours.ts'
import { Refusal, sheetsError } from '../errors.ts'
import { isObject, type JsonObject } from '../json.ts'
import { withSheetIds } from '../shift.ts'
import { located, type RequestContext } from './context.ts'

/** The spec with sheet ids filled in; source ranges must exist. A basic chart without series makes Google fail, so it fails here. */
export function checkedSpec(given: unknown, context: RequestContext): JsonObject {
  if (!isObject(given)) throw new Refusal('No chart spec specified.')
  const spec = withSheetIds(normaliseColours(given)) as JsonObject
  const { basicChart } = spec
  if (isObject(basicChart) && !(Array.isArray(basicChart.series) && basicChart.series.length > 0)) {
    throw sheetsError(500, 'Internal error encountered.')
  }
  for (const range of sourcesOf(spec)) located(context, range as never)
  return spec
}

function sourcesOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(sourcesOf)
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, entry]) => (key === 'sources' && Array.isArray(entry) ? entry : sourcesOf(entry)))
}

/** The position with what Google fills in. */
export function checkedPosition(given: unknown, context: RequestContext): JsonObject {
  const position = isObject(given) ? (withSheetIds(given) as JsonObject) : {}
  const overlay = isObject(position.overlayPosition) ? position.overlayPosition : undefined
  if (!overlay) throw new Refusal('Charts can only be placed over cells: position.overlayPosition must be set.')
  const anchor = (isObject(overlay.anchorCell) ? overlay.anchorCell : {}) as { sheetId?: number }
  context.spreadsheet.sheet(anchor.sheetId)
  return { overlayPosition: { widthPixels: 600, heightPixels: 371, ...overlay, anchorCell: { sheetId: 0, ...anchor } } }
}

/** The sheet that a checked position lies on. */
export function sheetOfPosition(position: JsonObject): number {
  const overlay = position.overlayPosition as { anchorCell: { sheetId: number } }
  return overlay.anchorCell.sheetId
}
