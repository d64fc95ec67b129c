import type { JsonObject } from '../json.ts'
import type { Area, Dimension } from '../ranges.ts'
import { type Mask, maskAt } from '../schema/field-mask.ts'
import type { Sheet } from '../sheet.ts'
import type { DeveloperMetadata, Spreadsheet } from '../spreadsheet.ts'
import { describeCell } from './cell.ts'
import { describeMetadata } from './developer-metadata.ts'

const DEFAULT_PIXELS = { ROWS: 21, COLUMNS: 100 }

const EMPTY: JsonObject = {}

/** The cells and the properties of rows and columns of an area, as GridData; as far as the mask names them. */
export function gridData(spreadsheet: Spreadsheet, sheet: Sheet, area: Area, mask: Mask): JsonObject {
  const values = maskAt(mask, 'rowData.values')
  const rowData = maskAt(mask, 'rowData') ? rowsOf(spreadsheet, sheet, area, values) : []
  return {
    ...(area.startRow > 0 && { startRow: area.startRow }),
    ...(area.startColumn > 0 && { startColumn: area.startColumn }),
    ...(rowData.length > 0 && { rowData }),
    ...(maskAt(mask, 'rowMetadata') && {
      rowMetadata: dimensionProperties(spreadsheet, sheet, 'ROWS', area.startRow, area.endRow),
    }),
    ...(maskAt(mask, 'columnMetadata') && {
      columnMetadata: dimensionProperties(spreadsheet, sheet, 'COLUMNS', area.startColumn, area.endColumn),
    }),
  }
}

function rowsOf(spreadsheet: Spreadsheet, sheet: Sheet, area: Area, mask: Mask | undefined): JsonObject[] {
  const { calculation } = spreadsheet
  const spill = calculation.spill(sheet)
  const wants = (field: string): boolean => mask !== undefined && (mask.all || mask.fields.has(field))
  const rows: JsonObject[] = []
  let filled = 0
  const endRow = Math.min(area.endRow, Math.max(sheet.grid.usedRows, spill?.rows ?? 0))
  for (let row = area.startRow; row < endRow; row++) {
    const values: JsonObject[] = []
    let width = 0
    const endColumn = Math.min(area.endColumn, Math.max(sheet.grid.cells(row)?.length ?? 0, spill?.columns ?? 0))
    for (let column = area.startColumn; column < endColumn; column++) {
      const slot = sheet.grid.get(row, column)
      const value = calculation.value(sheet, row, column)
      const isBlank = slot === undefined && value === null
      values.push(isBlank ? EMPTY : describeCell(slot, value, spreadsheet, wants))
      if (!isBlank) width = values.length
    }
    values.length = width
    rows.push(width > 0 ? { values } : EMPTY)
    if (width > 0) filled = rows.length
  }
  rows.length = filled
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
