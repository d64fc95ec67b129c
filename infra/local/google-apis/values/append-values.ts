import { areaText, clipped, type NamedArea } from '../a1.ts'
import { hasContent } from '../cell.ts'
import { applyDimensionEdit } from '../dimension-edit.ts'
import type { Grid } from '../grid.ts'
import type { JsonObject } from '../json.ts'
import type { Caller } from '../protection.ts'
import type { Area } from '../ranges.ts'
import type { Spreadsheet } from '../spreadsheet.ts'
import { type InputOption, type Written, writeRows } from './write-values.ts'

/** The last table in the area: the block of filled cells around the lowest, rightmost filled cell. */
function lastTable(grid: Grid, area: Area): Area | undefined {
  for (let row = Math.min(area.endRow, grid.usedRows) - 1; row >= area.startRow; row--) {
    const width = Math.min(area.endColumn, grid.cells(row)?.length ?? 0)
    for (let column = width - 1; column >= area.startColumn; column--) {
      if (hasContent(grid.get(row, column))) return blockAround(grid, row, column)
    }
  }
  return undefined
}

function blockAround(grid: Grid, row: number, column: number): Area {
  let area: Area = { startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 }
  for (;;) {
    const { startRow, endRow, startColumn, endColumn } = area
    const left = Math.max(0, startColumn - 1)
    const right = Math.min(grid.columnCount, endColumn + 1)
    const top = Math.max(0, startRow - 1)
    const bottom = Math.min(grid.rowCount, endRow + 1)
    if (top < startRow && filled(grid, top, startRow, left, right)) area = { ...area, startRow: top }
    else if (bottom > endRow && filled(grid, endRow, bottom, left, right)) area = { ...area, endRow: bottom }
    else if (left < startColumn && filled(grid, top, bottom, left, startColumn)) area = { ...area, startColumn: left }
    else if (right > endColumn && filled(grid, top, bottom, endColumn, right)) area = { ...area, endColumn: right }
    else return area
  }
}

function filled(grid: Grid, startRow: number, endRow: number, startColumn: number, endColumn: number): boolean {
  for (let row = startRow; row < endRow; row++) {
    for (let column = startColumn; column < endColumn; column++) if (hasContent(grid.get(row, column))) return true
  }
  return false
}

export interface Appended extends Written {
  readonly tableRange: string | undefined
}

/** Writes rows after the last table in the range, or at the range's first cell when there is none; the grid grows as needed. */
export function appendRows(
  spreadsheet: Spreadsheet,
  named: NamedArea,
  rows: readonly (readonly unknown[])[],
  options: { readonly input: InputOption; readonly insertRows: boolean; readonly caller: Caller },
): Appended {
  const { sheet } = named
  const area = clipped(named)
  const table = lastTable(sheet.grid, area)
  const startRow = table?.endRow ?? area.startRow
  const startColumn = table?.startColumn ?? area.startColumn
  if (options.insertRows && rows.length > 0 && startRow < sheet.grid.rowCount) {
    applyDimensionEdit(spreadsheet, sheet, {
      sheetId: sheet.sheetId,
      dimension: 'ROWS',
      kind: 'insert',
      start: startRow,
      end: startRow + rows.length,
    })
  }
  const width = Math.max(1, ...rows.map((line) => line.length))
  const rowCount = Math.max(sheet.grid.rowCount, startRow + Math.max(1, rows.length))
  sheet.grid.resize(rowCount, Math.max(sheet.grid.columnCount, startColumn + width))
  const place = { sheet, startRow, startColumn, endRow: undefined, endColumn: undefined }
  const written = writeRows(spreadsheet, place, rows, options.input, options.caller)
  return { ...written, tableRange: table && areaText(sheet.title, table) }
}

/** The answer of `values.append`. */
export function appendAnswer(spreadsheetId: string, { tableRange, answer }: Appended): JsonObject {
  return { spreadsheetId, ...(tableRange !== undefined && { tableRange }), updates: answer }
}
