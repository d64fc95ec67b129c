import { Refusal } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import { withoutZeroSheetIds, withSheetIds } from '../shift.ts'
import type { NamedRange } from '../spreadsheet.ts'
import { located, type RequestContext } from './context.ts'
import { checkedName } from './named-range-name.ts'

export function addNamedRange(request: { namedRange?: Partial<NamedRange> }, context: RequestContext): JsonObject {
  const { spreadsheet } = context
  const given = request.namedRange ?? {}
  const name = checkedName(spreadsheet, given.name ?? '')
  const { sheet } = located(context, given.range)
  const taken = (id: string) => spreadsheet.namedRanges.some((range) => range.namedRangeId === id)
  if (given.namedRangeId !== undefined && taken(given.namedRangeId))
    throw new Refusal(`A named range with the ID ${given.namedRangeId} already exists.`)
  const namedRangeId = given.namedRangeId ?? String(spreadsheet.newId((id) => taken(String(id))))
  const namedRange = { namedRangeId, name, range: withSheetIds({ sheetId: sheet.sheetId, ...given.range }) } as NamedRange
  spreadsheet.namedRanges = [...spreadsheet.namedRanges, namedRange]
  return { namedRange: withoutZeroSheetIds(namedRange) }
}
