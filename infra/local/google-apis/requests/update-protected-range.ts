import { Refusal } from '../errors.ts'
import { withPaths } from '../json.ts'
import { assertMayEdit } from '../protection.ts'
import type { ProtectedRange } from '../sheet.ts'
import { tidied } from './add-protected-range.ts'
import { fieldPaths, type RequestContext } from './context.ts'

export function updateProtectedRange(
  request: { protectedRange?: Partial<ProtectedRange>; fields?: string },
  { spreadsheet, caller }: RequestContext,
): undefined {
  const paths = fieldPaths('ProtectedRange', request.fields)
  const given = request.protectedRange ?? {}
  for (const sheet of spreadsheet.sheets) {
    const { protectedRanges } = sheet.parts
    const old = protectedRanges.find(({ protectedRangeId }) => protectedRangeId === given.protectedRangeId)
    if (!old) continue
    assertMayEdit(old, caller)
    const merged = withPaths({ ...old }, { ...given }, paths) as Partial<ProtectedRange>
    const next = tidied({ ...merged, protectedRangeId: old.protectedRangeId }, sheet.sheetId)
    sheet.setParts({ protectedRanges: protectedRanges.map((range) => (range === old ? next : range)) })
    return
  }
  throw new Refusal(`No protected range with id: ${given.protectedRangeId ?? 0}`)
}
