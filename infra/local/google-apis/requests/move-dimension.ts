import { applyDimensionEdit } from '../dimension-edit.ts'
import { Refusal } from '../errors.ts'
import { type DimensionRange, spanOf } from '../ranges.ts'
import { assertSpanEditable, type RequestContext } from './context.ts'

/** Moves rows or columns; the destination counts them as they stand before the move. */
export function moveDimension(
  request: { source?: DimensionRange; destinationIndex?: number },
  context: RequestContext,
): undefined {
  const { dimension = 'ROWS', sheetId } = request.source ?? {}
  const { destinationIndex: to = 0 } = request
  const sheet = context.spreadsheet.sheet(sheetId)
  const { start, end } = spanOf(request.source ?? {}, sheet.grid)
  const count = dimension === 'ROWS' ? sheet.grid.rowCount : sheet.grid.columnCount
  if (to < 0 || to > count) throw new Refusal(`destinationIndex[${to}] is outside of the sheet.`)
  if (to > start && to < end) throw new Refusal('destinationIndex cannot be inside of source.')
  assertSpanEditable(context, sheet, dimension, start, end)
  const beside = Math.min(to, count - 1)
  assertSpanEditable(context, sheet, dimension, beside, beside + 1)
  applyDimensionEdit(context.spreadsheet, sheet, { sheetId: sheet.sheetId, dimension, kind: 'move', start, end, to })
}
