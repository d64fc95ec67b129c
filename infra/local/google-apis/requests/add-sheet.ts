import { normaliseColours } from '../colours.ts'
import type { JsonObject } from '../json.ts'
import { createSheet, type SheetRequest } from '../sheets/create-sheet.ts'
import type { RequestContext } from './context.ts'

export function addSheet(request: { properties?: SheetRequest }, { spreadsheet }: RequestContext): JsonObject {
  const properties = (normaliseColours(request.properties ?? {}) as SheetRequest) ?? {}
  const sheet = createSheet(spreadsheet, properties)
  return { properties: sheet.describe(spreadsheet.sheets.indexOf(sheet)) }
}
