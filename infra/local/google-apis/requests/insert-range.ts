import { shiftCells } from '../move-cells.ts'
import type { Dimension, GridRange } from '../ranges.ts'
import { editable, type RequestContext } from './context.ts'

/** Makes room by moving cells down or right; cells pushed off the grid are lost, ranges and formulas that point at them stay. */
export function insertRange(request: { range?: GridRange; shiftDimension?: Dimension }, context: RequestContext): undefined {
  const { sheet, area } = editable(context, request.range)
  shiftCells(sheet.grid, area, request.shiftDimension ?? 'ROWS', 'insert')
}
