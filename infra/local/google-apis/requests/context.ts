import { exceedsGrid } from '../a1.ts'
import { Refusal } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import { assertEditable, type Caller } from '../protection.ts'
import { type Area, areaOf, type GridRange } from '../ranges.ts'
import { updatePaths } from '../schema/field-mask.ts'
import type { Sheet } from '../sheet.ts'
import type { Spreadsheet } from '../spreadsheet.ts'

/** What a request of a batchUpdate works on, and for whom. */
export interface RequestContext {
  readonly spreadsheet: Spreadsheet
  readonly caller: Caller
}

/** Applies one request; its result is the reply's content, nothing for an empty reply. Rules broken are thrown as Refusal. */
export type RequestHandler = (request: never, context: RequestContext) => JsonObject | undefined

/** Paths of a `fields` mask, which must not be empty. */
export function fieldPaths(typeName: string, mask: string | undefined): string[] {
  if (!mask) throw new Refusal("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)")
  return updatePaths(typeName, mask)
}

/** The sheet and area that a grid range names; an area outside of the grid is refused. */
export function located({ spreadsheet }: RequestContext, range: Partial<GridRange> | undefined): { sheet: Sheet; area: Area } {
  if (!range) throw new Refusal('No range specified.')
  const sheet = spreadsheet.sheet(range.sheetId)
  const { rowCount, columnCount } = sheet.grid
  const outside =
    (range.startRowIndex ?? 0) >= rowCount ||
    (range.startColumnIndex ?? 0) >= columnCount ||
    (range.endRowIndex ?? 0) > rowCount ||
    (range.endColumnIndex ?? 0) > columnCount
  if (outside) {
    throw exceedsGrid({
      sheet,
      startRow: range.startRowIndex,
      endRow: range.endRowIndex,
      startColumn: range.startColumnIndex,
      endColumn: range.endColumnIndex,
    })
  }
  return { sheet, area: areaOf(range, sheet.grid) }
}

/** The same, refused when a protection shuts the caller out. */
export function editable(context: RequestContext, range: Partial<GridRange> | undefined): { sheet: Sheet; area: Area } {
  const found = located(context, range)
  assertEditable(context.spreadsheet, found.sheet, found.area, context.caller)
  return found
}

/** Refuses unless the caller may edit all cells of these rows or columns. */
export function assertSpanEditable(
  context: RequestContext,
  sheet: Sheet,
  dimension: 'ROWS' | 'COLUMNS',
  start: number,
  end: number,
): void {
  const whole = areaOf({}, sheet.grid)
  const area =
    dimension === 'ROWS' ? { ...whole, startRow: start, endRow: end } : { ...whole, startColumn: start, endColumn: end }
  assertEditable(context.spreadsheet, sheet, area, context.caller)
}
