import type { CellValue } from './calculation.ts'
import { asCell, type Slot } from './cell.ts'
import { displayText, showsTime } from './display.ts'
import type { FormulaWorld } from './formulas/world.ts'
import { areaOf } from './ranges.ts'
import { serialNow } from './serial-date.ts'
import type { Sheet } from './sheet.ts'
import type { Spreadsheet } from './spreadsheet.ts'

/** What the formulas need of the calculation that runs them. */
interface Lookups {
  readonly memo: NonNullable<FormulaWorld['memo']>
  readonly value: (sheet: Sheet, row: number, column: number) => CellValue
  /** Rows into which formulas of the sheet spill. */
  readonly spilledRows: (sheet: Sheet) => number
}

/** The spreadsheet as its formulas see it. */
export function worldOf(spreadsheet: Spreadsheet, { memo, value, spilledRows }: Lookups): FormulaWorld {
  const slotFormat = (slot: Slot) => asCell(slot).format
  return {
    memo,
    now: () => serialNow(spreadsheet.sources.now(), String(spreadsheet.properties.timeZone)),
    isDate: (sheetId, row, column) => showsTime(slotFormat(spreadsheet.sheet(sheetId).grid.get(row, column))),
    namedRange: (name) => {
      const named = spreadsheet.namedRanges.find((range) => range.name.toLowerCase() === name.toLowerCase())
      return named && { sheetId: named.range.sheetId, ...areaOf(named.range, spreadsheet.sheet(named.range.sheetId).grid) }
    },
    sheetIdOf: (title) => spreadsheet.sheetTitled(title)?.sheetId,
    rowCount: (sheetId) => spreadsheet.sheet(sheetId).grid.rowCount,
    columnCount: (sheetId) => spreadsheet.sheet(sheetId).grid.columnCount,
    usedRows: (sheetId) => {
      const sheet = spreadsheet.sheet(sheetId)
      return Math.max(sheet.grid.usedRows, spilledRows(sheet))
    },
    value: (sheetId, row, column) => value(spreadsheet.sheet(sheetId), row, column),
    displayed: (sheetId, row, column) => {
      const sheet = spreadsheet.sheet(sheetId)
      return displayText(value(sheet, row, column), slotFormat(sheet.grid.get(row, column)), spreadsheet.locale)
    },
  }
}
