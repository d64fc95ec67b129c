import { Refusal } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import type { ProtectedRange } from '../sheet.ts'
import { withoutZeroSheetIds, withSheetIds } from '../shift.ts'
import { located, type RequestContext } from './context.ts'

export function addProtectedRange(request: { protectedRange?: Partial<ProtectedRange> }, context: RequestContext): JsonObject {
  const { spreadsheet, caller } = context
  const given = request.protectedRange ?? {}
  const named = spreadsheet.namedRanges.find(({ namedRangeId }) => namedRangeId === given.namedRangeId)
  const { sheet } = located(context, given.range ?? named?.range)
  const taken = (id: number) =>
    spreadsheet.sheets.some((other) => other.parts.protectedRanges.some((range) => range.protectedRangeId === id))
  if (given.protectedRangeId !== undefined && taken(given.protectedRangeId)) {
    throw new Refusal(`A protected range with the ID ${given.protectedRangeId} already exists.`)
  }
  const protectedRange = tidied({ protectedRangeId: given.protectedRangeId ?? spreadsheet.newId(taken), ...given }, sheet.sheetId)
  const editors = { ...protectedRange.editors, users: [...new Set([...(protectedRange.editors?.users ?? []), caller.email])] }
  sheet.setParts({ protectedRanges: [...sheet.parts.protectedRanges, { ...protectedRange, editors }] })
  const echoed = { ...protectedRange, requestingUserCanEdit: true, editors: protectedRange.editors ?? {} }
  return { protectedRange: withoutZeroSheetIds(echoed) }
}

/** Without what Google computes or leaves out: false, empty texts, empty lists of editors. */
export function tidied(range: Partial<ProtectedRange> & { protectedRangeId: number }, sheetId: number): ProtectedRange {
  const { protectedRangeId, range: area, namedRangeId, description, warningOnly, unprotectedRanges, editors } = range
  const { users = [], groups = [], domainUsersCanEdit } = editors ?? {}
  return {
    protectedRangeId,
    ...(area && { range: { ...area, sheetId } }),
    ...(namedRangeId && { namedRangeId }),
    ...(description && { description }),
    ...(warningOnly && { warningOnly }),
    ...(unprotectedRanges?.length && {
      unprotectedRanges: withSheetIds(unprotectedRanges) as NonNullable<ProtectedRange['unprotectedRanges']>,
    }),
    editors: {
      ...(users.length > 0 && { users }),
      ...(groups.length > 0 && { groups }),
      ...(domainUsersCanEdit && { domainUsersCanEdit }),
    },
  }
}
