import { areaText, clipped, type NamedArea } from '../a1.ts'
import { withContent } from '../cell.ts'
import { assertEditable, type Caller } from '../protection.ts'
import type { Spreadsheet } from '../spreadsheet.ts'

/** Empties the cells, keeping formats, notes and validation; gives the cleared range as text. */
export function clearValues(spreadsheet: Spreadsheet, named: NamedArea, caller: Caller): string {
  const { sheet } = named
  const area = clipped(named)
  assertEditable(spreadsheet, sheet, area, caller)
  for (let row = area.startRow; row < Math.min(area.endRow, sheet.grid.usedRows); row++) {
    const width = Math.min(area.endColumn, sheet.grid.cells(row)?.length ?? 0)
    for (let column = area.startColumn; column < width; column++) {
      const slot = sheet.grid.get(row, column)
      if (slot !== undefined) sheet.grid.set(row, column, withContent(slot, {}))
    }
  }
  return areaText(sheet.title, area)
}
