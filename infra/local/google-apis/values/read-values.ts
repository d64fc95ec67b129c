import { areaText, clipped, type NamedArea } from '../a1.ts'
import type { CellValue } from '../calculation.ts'
import { asCell, formulaOf, type Scalar, type Slot } from '../cell.ts'
import { displayText, showsTime } from '../display.ts'
import { FormulaError } from '../formulas/values.ts'
import type { JsonObject } from '../json.ts'
import type { Area } from '../ranges.ts'
import type { Sheet } from '../sheet.ts'
import type { Spreadsheet } from '../spreadsheet.ts'

/** How `values` methods answer cells. */
export interface Rendering {
  readonly majorDimension: 'ROWS' | 'COLUMNS'
  readonly valueRenderOption: 'FORMATTED_VALUE' | 'UNFORMATTED_VALUE' | 'FORMULA'
  readonly dateTimeRenderOption: 'SERIAL_NUMBER' | 'FORMATTED_STRING'
}

/** The range as a ValueRange: clipped to the grid, without trailing empty cells and rows, without `values` when all are empty. */
export function readValues(spreadsheet: Spreadsheet, named: NamedArea, rendering: Rendering): JsonObject {
  const area = clipped(named)
  return valueRange(spreadsheet, named.sheet, area, rendering)
}

export function valueRange(spreadsheet: Spreadsheet, sheet: Sheet, area: Area, rendering: Rendering): JsonObject {
  const rows = renderedRows(spreadsheet, sheet, area, rendering)
  const values = rendering.majorDimension === 'COLUMNS' ? transposed(rows) : rows
  const range = areaText(sheet.title, area)
  return { range, majorDimension: rendering.majorDimension, ...(values.length > 0 && { values }) }
}

function renderedRows(spreadsheet: Spreadsheet, sheet: Sheet, area: Area, rendering: Rendering): Scalar[][] {
  const { grid } = sheet
  const { calculation, locale } = spreadsheet
  const spill = calculation.spill(sheet)
  const lastRow = Math.min(area.endRow, Math.max(grid.usedRows, spill?.rows ?? 0))
  const rows: Scalar[][] = []
  let used = 0
  for (let row = area.startRow; row < lastRow; row++) {
    const cells = grid.cells(row)
    const lastColumn = Math.min(area.endColumn, Math.max(cells?.length ?? 0, spill?.columns ?? 0))
    const line: Scalar[] = []
    let filled = 0
    for (let column = area.startColumn; column < lastColumn; column++) {
      const slot = cells?.[column]
      let text: Scalar | undefined
      if (typeof slot === 'string') text = slot
      else if (slot === undefined && !spill) text = undefined
      else text = rendered(slot, calculation.value(sheet, row, column), rendering, locale)
      line.push(text ?? '')
      if (text !== undefined) filled = line.length
    }
    line.length = filled
    rows.push(line)
    if (filled > 0) used = rows.length
  }
  rows.length = used
  return rows
}

/** The cell as the API answers it; undefined for an empty one. */
function rendered(slot: Slot, value: CellValue, rendering: Rendering, locale: string): Scalar | undefined {
  const formula = formulaOf(slot)
  if (rendering.valueRenderOption === 'FORMULA')
    return formula ?? (value instanceof FormulaError ? value.text : (value ?? undefined))
  if (value === null) return formula === undefined ? undefined : ''
  const { format } = asCell(slot)
  if (rendering.valueRenderOption === 'FORMATTED_VALUE') return displayText(value, format, locale)
  if (value instanceof FormulaError) return value.text
  const asText = rendering.dateTimeRenderOption === 'FORMATTED_STRING' && typeof value === 'number' && showsTime(format)
  return asText ? displayText(value, format, locale) : value
}

function transposed(rows: Scalar[][]): Scalar[][] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  return Array.from({ length: width }, (_, column) => {
    const line = rows.map((row) => row[column] ?? '')
    return line.slice(0, rows.findLastIndex((row) => column < row.length && row[column] !== '') + 1)
  })
}
