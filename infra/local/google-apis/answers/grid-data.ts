import type { JsonObject } from '../json.ts'
import type { Area, Dimension } from '../ranges.ts'
import type { Sheet } from '../sheet.ts'
import type { DeveloperMetadata, Spreadsheet } from '../spreadsheet.ts'
import { describeCell } from './cell.ts'
import { describeMetadata } from './developer-metadata.ts'

const DEFAULT_PIXELS = { ROWS: 21, COLUMNS: 100 }

/** The cells and the properties of rows and columns of an area, as GridData. */
export function gridData(spreadsheet: Spreadsheet, sheet: Sheet, area: Area): JsonObject {
  const rowData = rowsOf(spreadsheet, sheet, area)
  return {
    ...(area.startRow > 0 && { startRow: area.startRow }),
    ...(area.startColumn > 0 && { startColumn: area.startColumn }),
    ...(rowData.length > 0 && { rowData }),
    rowMetadata: dimensionProperties(spreadsheet, sheet, 'ROWS', area.startRow, area.endRow),
    columnMetadata: dimensionProperties(spreadsheet, sheet, 'COLUMNS', area.startColumn, area.endColumn),
  }
}

function rowsOf(spreadsheet: Spreadsheet, sheet: Sheet, area: Area): JsonObject[] {
  const { calculation } = spreadsheet
  const spill = calculation.spill(sheet)
  const rows: JsonObject[] = []
  const endRow = Math.min(area.endRow, Math.max(sheet.grid.usedRows, spill?.rows ?? 0))
  for (let row = area.startRow; row < endRow; row++) {
    const values: JsonObject[] = []
    const endColumn = Math.min(area.endColumn, Math.max(sheet.grid.cells(row)?.length ?? 0, spill?.columns ?? 0))
    for (let column = area.startColumn; column < endColumn; column++) {
      values.push(describeCell(sheet.grid.get(row, column), calculation.value(sheet, row, column), spreadsheet))
    }
    values.length = values.findLastIndex((cell) => Object.keys(cell).length > 0) + 1
    rows.push(values.length > 0 ? { values } : {})
  }
  rows.length = rows.findLastIndex((row) => 'values' in row) + 1
  return rows
}

function dimensionProperties(
  spreadsheet: Spreadsheet,
  sheet: Sheet,
  dimension: Dimension,
  start: number,
  end: number,
): JsonObject[] {
  const metadata = new Map<number, DeveloperMetadata[]>()
  for (const entry of spreadsheet.developerMetadata) {
    const range = entry.location.dimensionRange
    if (range?.sheetId !== sheet.sheetId || range.dimension !== dimension) continue
    metadata.set(range.startIndex, [...(metadata.get(range.startIndex) ?? []), entry])
  }
  return Array.from({ length: Math.max(0, end - start) }, (_, offset) => {
    const own = metadata.get(start + offset)
    return {
      pixelSize: DEFAULT_PIXELS[dimension],
      ...sheet.grid.properties(dimension, start + offset),
      ...(own && { developerMetadata: own.map(describeMetadata) }),
    }
  })
}
