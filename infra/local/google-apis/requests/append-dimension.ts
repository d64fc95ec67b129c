import { Refusal } from '../errors.ts'
import type { Dimension } from '../ranges.ts'
import type { RequestContext } from './context.ts'

export function appendDimension(
  request: { sheetId?: number; dimension?: Dimension; length?: number },
  { spreadsheet }: RequestContext,
): undefined {
  const { grid } = spreadsheet.sheet(request.sheetId)
  const length = request.length ?? 0
  if (length < 1) throw new Refusal('length must be positive.')
  if (request.dimension === 'COLUMNS') grid.resize(grid.rowCount, grid.columnCount + length)
  else grid.resize(grid.rowCount + length, grid.columnCount)
}
