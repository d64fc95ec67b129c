import { hasContent } from '../cell.ts'
import { cellFields, withCellData } from '../cell-data.ts'
import type { Grid } from '../grid.ts'
import type { JsonObject } from '../json.ts'
import { assertEditable } from '../protection.ts'
import { fieldPaths, type RequestContext } from './context.ts'

interface Request {
  readonly sheetId?: number
  readonly rows?: readonly { readonly values?: readonly JsonObject[] }[]
  readonly fields?: string
}

/** Writes rows after the last row with data; the grid grows as needed. */
export function appendCells(request: Request, { spreadsheet, caller }: RequestContext): undefined {
  const fields = cellFields(fieldPaths('CellData', request.fields))
  const rows = request.rows ?? []
  const sheet = spreadsheet.sheet(request.sheetId)
  const { grid } = sheet
  const startRow = lastFilledRow(grid) + 1
  const endColumn = Math.max(0, ...rows.map((row) => row.values?.length ?? 0))
  grid.resize(Math.max(grid.rowCount, startRow + rows.length), Math.max(grid.columnCount, endColumn))
  assertEditable(spreadsheet, sheet, { startRow, endRow: startRow + rows.length, startColumn: 0, endColumn }, caller)
  for (const [down, row] of rows.entries()) {
    for (const [column, data] of (row.values ?? []).entries()) {
      grid.set(startRow + down, column, withCellData(grid.get(startRow + down, column), data, fields))
    }
  }
}

function lastFilledRow(grid: Grid): number {
  for (let row = grid.usedRows - 1; row >= 0; row--) if (grid.cells(row)?.some(hasContent)) return row
  return -1
}
