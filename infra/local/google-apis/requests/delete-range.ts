import { shiftCells } from '../move-cells.ts'
import type { Dimension, GridRange } from '../ranges.ts'
import { editable, type RequestContext } from './context.ts'

/** Takes cells out by moving those behind them up or left. */
export function deleteRange(request: { range?: GridRange; shiftDimension?: Dimension }, context: RequestContext): undefined {
  const { sheet, area } = editable(context, request.range)
  shiftCells(sheet.grid, area, request.shiftDimension ?? 'ROWS', 'delete')
}
