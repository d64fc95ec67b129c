import type { GridRange } from '../../model/sheet-request.ts'
import type { ProtectionDetails, TabDetails } from '../../model/tab-details.ts'
import { columnLetters, type TabKey } from '../../model/tabs.ts'
import type { Mending, Place } from './mending.ts'
import type { ProtectedArea, TabTemplate } from './tab-template.ts'

/** Begins the description of every protected range that is ours. */
const OURS = 'tallysheet: '

export const isOurProtection = ({ description }: ProtectionDetails): boolean => description.startsWith(OURS)

/** The protections that a tab lacks, that lie elsewhere, only warn, or shut out an editor of the bureau. Nobody loses access. */
export const protectionMendings = (
  template: TabTemplate,
  present: TabDetails,
  place: Place,
  editors: readonly string[],
): Mending[] => template.protections.flatMap((area) => mendArea(area, template.tab, present, place, editors))

function mendArea(area: ProtectedArea, tab: TabKey, present: TabDetails, place: Place, editors: readonly string[]): Mending[] {
  const range = rangeOf(area, present.sheetId, place)
  if (!range) return []
  const description = OURS + (area === 'sheet' ? tab : `${tab} ${area}`)
  // Google lets nobody sort or delete rows across cells that are closed to them. The status columns therefore only warn; their
  // formula stands in the header row, which is closed, and the next run puts back what was typed over its results.
  const warningOnly = area === 'status'
  const found = present.protections.find((each) => each.description === description)
  const mend = (kind: 'protection' | 'editors', request: Mending['requests'][number]): Mending => ({
    kind,
    tab,
    cell: cellOf(area, place),
    requests: [request],
  })
  if (!found)
    return [
      mend('protection', {
        addProtectedRange: {
          protectedRange: {
            range,
            description,
            warningOnly,
            ...(editors.length > 0 && !warningOnly ? { editors: { users: [...editors] } } : {}),
          },
        },
      }),
    ]
  if (!found.editable) return []
  const known = warningOnly ? editors.map((email) => email.toLowerCase()) : found.editors.map((email) => email.toLowerCase())
  const shutOut = editors.filter((email) => !known.includes(email.toLowerCase()))
  return [
    ...(found.warningOnly !== warningOnly || !sameArea(found.range, range, present)
      ? [
          mend('protection', {
            updateProtectedRange: {
              protectedRange: { protectedRangeId: found.id, range, warningOnly },
              fields: 'range,warningOnly',
            },
          }),
        ]
      : []),
    ...(shutOut.length > 0
      ? [
          mend('editors', {
            updateProtectedRange: {
              protectedRange: { protectedRangeId: found.id, editors: { users: [...found.editors, ...shutOut] } },
              fields: 'editors.users',
            },
          }),
        ]
      : []),
  ]
}

function rangeOf(area: ProtectedArea, sheetId: number, { headerRow, columns }: Place): GridRange | null {
  if (area === 'sheet') return { sheetId }
  if (area === 'header') return { sheetId, startRowIndex: headerRow, endRowIndex: headerRow + 1 }
  const first = columns.status
  return first === undefined ? null : { sheetId, startColumnIndex: first, endColumnIndex: first + 2 }
}

const cellOf = (area: ProtectedArea, { headerRow, columns }: Place): string | null =>
  area === 'sheet'
    ? null
    : area === 'header'
      ? `${headerRow + 1}:${headerRow + 1}`
      : `${columnLetters(columns.status!)}:${columnLetters(columns.status! + 1)}`

/** An open bound and the sheet's edge are the same. */
function sameArea(a: GridRange, b: GridRange, { rowCount, columnCount }: TabDetails): boolean {
  const bounds = (range: GridRange) => [
    range.startRowIndex ?? 0,
    Math.min(range.endRowIndex ?? rowCount, rowCount),
    range.startColumnIndex ?? 0,
    Math.min(range.endColumnIndex ?? columnCount, columnCount),
  ]
  return bounds(a).every((bound, index) => bound === bounds(b)[index])
}
