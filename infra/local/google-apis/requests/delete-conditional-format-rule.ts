import { Refusal } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import { withoutZeroSheetIds } from '../shift.ts'
import type { RequestContext } from './context.ts'

export function deleteConditionalFormatRule(
  request: { index?: number; sheetId?: number },
  { spreadsheet }: RequestContext,
): JsonObject {
  const { index = 0 } = request
  const sheet = spreadsheet.sheet(request.sheetId)
  const rule = sheet.parts.conditionalFormats[index]
  if (!rule) throw new Refusal(`No conditional format on sheet: ${sheet.sheetId} at index: ${index}`)
  sheet.setParts({ conditionalFormats: sheet.parts.conditionalFormats.toSpliced(index, 1) })
  return { rule: withoutZeroSheetIds(rule) }
}
