import { Refusal } from './errors.ts'
import { defined, type JsonObject } from './json.ts'
import { type Area, areaOf, covers, overlaps } from './ranges.ts'
import type { ProtectedRange, Sheet } from './sheet.ts'
import { withoutZeroSheetIds } from './shift.ts'
import type { Spreadsheet } from './spreadsheet.ts'

/** Who calls. Owners of the file may edit everything in it. */
export interface Caller {
  readonly email: string
  readonly isOwner: boolean
  readonly ownerEmail: string
}

const REFUSAL =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.'

function mayEdit(range: ProtectedRange, caller: Caller): boolean {
  return caller.isOwner || range.warningOnly === true || (range.editors?.users ?? []).includes(caller.email)
}

/** Refuses, as Google does with status 400, an edit of cells that the caller may not edit. */
export function assertEditable(spreadsheet: Spreadsheet, sheet: Sheet, area: Area, caller: Caller): void {
  for (const range of sheet.parts.protectedRanges) {
    if (mayEdit(range, caller)) continue
    const guarded = areaOf(namedOr(range, spreadsheet), sheet.grid)
    if (!overlaps(guarded, area)) continue
    const common = {
      startRow: Math.max(guarded.startRow, area.startRow),
      endRow: Math.min(guarded.endRow, area.endRow),
      startColumn: Math.max(guarded.startColumn, area.startColumn),
      endColumn: Math.min(guarded.endColumn, area.endColumn),
    }
    const open = (range.unprotectedRanges ?? []).some((free) => covers(areaOf(free, sheet.grid), common))
    if (!open) throw new Refusal(REFUSAL)
  }
}

/** Refuses an edit of the sheet as a whole while any of its protections shuts the caller out. */
export function assertSheetEditable(sheet: Sheet, caller: Caller): void {
  if (sheet.parts.protectedRanges.some((range) => !mayEdit(range, caller))) throw new Refusal(REFUSAL)
}

/** Refuses an edit of a protected range by someone whom it shuts out. */
export function assertMayEdit(range: ProtectedRange, caller: Caller): void {
  if (!mayEdit(range, caller)) throw new Refusal(REFUSAL)
}

function namedOr(range: ProtectedRange, spreadsheet: Spreadsheet) {
  if (range.range) return range.range
  const named = spreadsheet.namedRanges.find(({ namedRangeId }) => namedRangeId === range.namedRangeId)
  return named?.range ?? { startRowIndex: 0, endRowIndex: 0 }
}

/** The range as the API answers it to this caller: editors are shown only to those who may edit it. */
export function describeProtection(range: ProtectedRange, caller: Caller): JsonObject {
  const { editors, ...rest } = range
  const users = [...new Set([...(editors?.users ?? []), caller.ownerEmail])]
  const shown = mayEdit(range, caller) ? { requestingUserCanEdit: true, editors: { ...editors, users } } : {}
  return withoutZeroSheetIds(defined({ ...rest, ...shown })) as JsonObject
}
