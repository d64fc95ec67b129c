import { applyDimensionEdit } from '../dimension-edit.ts'
import { type DimensionRange, spanOf } from '../ranges.ts'
import { assertSpanEditable, type RequestContext } from './context.ts'

export function deleteDimension(request: { range?: DimensionRange }, context: RequestContext): undefined {
  const { dimension = 'ROWS', sheetId } = request.range ?? {}
  const sheet = context.spreadsheet.sheet(sheetId)
  const { start, end } = spanOf(request.range ?? {}, sheet.grid)
  assertSpanEditable(context, sheet, dimension, start, end)
  applyDimensionEdit(context.spreadsheet, sheet, { sheetId: sheet.sheetId, dimension, kind: 'delete', start, end })
}
