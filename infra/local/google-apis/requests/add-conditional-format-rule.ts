import { normaliseColours } from '../colours.ts'
import { Refusal } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import { withSheetIds } from '../shift.ts'
import { located, type RequestContext } from './context.ts'

export function addConditionalFormatRule(request: { rule?: JsonObject; index?: number }, context: RequestContext): undefined {
  const { rule, sheetId } = checkedRule(request.rule, context)
  const sheet = context.spreadsheet.sheet(sheetId)
  const rules = sheet.parts.conditionalFormats
  const { index = 0 } = request
  if (index > rules.length) throw new Refusal(`No conditional format on sheet: ${sheetId} at index: ${index}`)
  sheet.setParts({ conditionalFormats: rules.toSpliced(index, 0, rule) })
}

/** The rule with its ranges filled in; they must exist and lie on one sheet. */
export function checkedRule(given: JsonObject | undefined, context: RequestContext): { rule: JsonObject; sheetId: number } {
  const rule = withSheetIds(normaliseColours(given ?? {})) as JsonObject
  const ranges = Array.isArray(rule.ranges) ? rule.ranges : []
  const sheets = new Set(ranges.map((range) => located(context, range).sheet.sheetId))
  const [sheetId] = sheets
  if (sheetId === undefined) throw new Refusal('rule.ranges must not be empty.')
  if (sheets.size > 1) throw new Refusal('All ranges of a rule must be on the same sheet.')
  if (!rule.booleanRule && !rule.gradientRule) throw new Refusal('Either booleanRule or gradientRule must be set.')
  return { rule: { ...rule, ranges: ranges.map((range) => ({ sheetId, ...range })) }, sheetId }
}
