import { applyDimensionEdit, inheritFormats } from '../dimension-edit.ts'
import { Refusal } from '../errors.ts'
import type { DimensionRange } from '../ranges.ts'
import type { DimensionEdit } from '../shift.ts'
import { assertSpanEditable, type RequestContext } from './context.ts'

export function insertDimension(
  request: { range?: DimensionRange; inheritFromBefore?: boolean },
  context: RequestContext,
): undefined {
  const { dimension = 'ROWS', startIndex: start = 0, endIndex: end = 0, sheetId } = request.range ?? {}
  const sheet = context.spreadsheet.sheet(sheetId)
  const count = dimension === 'ROWS' ? sheet.grid.rowCount : sheet.grid.columnCount
  if (end <= start) throw new Refusal(`range.endIndex[${end}] must be after range.startIndex[${start}]`)
  if (start > count) throw new Refusal(`range.startIndex[${start}] is too large. Max: ${count}`)
  if (request.inheritFromBefore && start === 0)
    throw new Refusal('inheritFromBefore cannot be true when inserting at the first position.')
  const beside = Math.min(start, count - 1)
  assertSpanEditable(context, sheet, dimension, beside, beside + 1)
  const edit: DimensionEdit = { sheetId: sheet.sheetId, dimension, kind: 'insert', start, end }
  applyDimensionEdit(context.spreadsheet, sheet, edit)
  inheritFormats(sheet, edit, request.inheritFromBefore ?? false)
}
