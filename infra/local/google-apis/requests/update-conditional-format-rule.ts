import { Refusal } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import { withoutZeroSheetIds } from '../shift.ts'
import { checkedRule } from './add-conditional-format-rule.ts'
import type { RequestContext } from './context.ts'

interface Request {
  readonly index?: number
  readonly sheetId?: number
  readonly rule?: JsonObject
  readonly newIndex?: number
}

/** Replaces the rule at an index, or moves it. */
export function updateConditionalFormatRule(request: Request, context: RequestContext): JsonObject {
  const { index = 0, newIndex } = request
  const sheet = context.spreadsheet.sheet(request.sheetId)
  const rules = sheet.parts.conditionalFormats
  const old = rules[index]
  if (!old) throw new Refusal(`No conditional format on sheet: ${sheet.sheetId} at index: ${index}`)
  const next = request.rule ? checkedRule(request.rule, context).rule : old
  const target = newIndex ?? index
  sheet.setParts({ conditionalFormats: rules.toSpliced(index, 1).toSpliced(target, 0, next) })
  const shown = { newRule: withoutZeroSheetIds(next), ...(target > 0 && { newIndex: target }) }
  return request.rule ? { ...shown, oldRule: withoutZeroSheetIds(old) } : { ...shown, ...(index > 0 && { oldIndex: index }) }
}
