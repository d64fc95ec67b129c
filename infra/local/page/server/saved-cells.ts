import { asCell, type Slot } from '../../google-apis/cell.ts'
import type { JsonObject } from '../../google-apis/json.ts'
import { slotsOf } from '../../google-apis/move-cells.ts'
import type { Sheet } from '../../google-apis/sheet.ts'
import type { Area } from '../protocol.ts'

/** The cells of an area as they were at one moment. */
export interface SavedCells {
  area: Area
  slots: readonly (readonly Slot[])[]
}

export const savedCells = (sheet: Sheet, area: Area): SavedCells => ({
  area,
  slots: slotsOf(sheet.grid, {
    ...area,
    endRow: Math.min(area.endRow, sheet.grid.rowCount),
    endColumn: Math.min(area.endColumn, sheet.grid.columnCount),
  }),
})

/** Whether the area still holds just that. */
export function isUnchanged(sheet: Sheet, saved: SavedCells): boolean {
  const now = savedCells(sheet, saved.area).slots
  return (
    now.length === saved.slots.length &&
    now.every((line, row) => {
      const before = saved.slots[row]!
      return line.length === before.length && line.every((slot, column) => sameContent(slot, before[column]))
    })
  )
}

function sameContent(one: Slot, other: Slot): boolean {
  if (one === other) return true
  const [a, b] = [asCell(one), asCell(other)]
  return a.value === b.value && a.formula === b.formula
}

/** The request that writes the cells back, contents and looks. */
export function writingBack(sheetId: number, { area, slots }: SavedCells): JsonObject {
  return {
    updateCells: {
      start: { sheetId, rowIndex: area.startRow, columnIndex: area.startColumn },
      rows: slots.map((line) => ({ values: line.map(cellData) })),
      fields: 'userEnteredValue,userEnteredFormat,dataValidation,note,textFormatRuns',
    },
  }
}

function cellData(slot: Slot): JsonObject {
  const { value, formula, format, note, validation, runs } = asCell(slot)
  const entered =
    formula !== undefined
      ? { formulaValue: formula }
      : typeof value === 'string'
        ? { stringValue: value }
        : typeof value === 'number'
          ? { numberValue: value }
          : typeof value === 'boolean'
            ? { boolValue: value }
            : undefined
  return {
    ...(entered && { userEnteredValue: entered }),
    ...(format && { userEnteredFormat: format }),
    ...(note !== undefined && { note }),
    ...(validation && { dataValidation: validation }),
    ...(runs && { textFormatRuns: runs }),
  }
}
