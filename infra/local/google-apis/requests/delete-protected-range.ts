import { Refusal } from '../errors.ts'
import { assertMayEdit } from '../protection.ts'
import type { RequestContext } from './context.ts'

export function deleteProtectedRange(request: { protectedRangeId?: number }, { spreadsheet, caller }: RequestContext): undefined {
  for (const sheet of spreadsheet.sheets) {
    const { protectedRanges } = sheet.parts
    const found = protectedRanges.find(({ protectedRangeId }) => protectedRangeId === request.protectedRangeId)
    if (!found) continue
    assertMayEdit(found, caller)
    sheet.setParts({ protectedRanges: protectedRanges.filter((range) => range !== found) })
    return
  }
  throw new Refusal(`No protected range with id: ${request.protectedRangeId ?? 0}`)
}
