import type { CellValue } from '../../google-apis/calculation.ts'
import { asCell, type Cell } from '../../google-apis/cell.ts'
import { displayText } from '../../google-apis/display.ts'
import { isObject } from '../../google-apis/json.ts'
import type { Sheet } from '../../google-apis/sheet.ts'
import type { Spreadsheet } from '../../google-apis/spreadsheet.ts'
import type { CellState, CellStyle, TabRows } from '../protocol.ts'
import { cellStyle, StyleTable } from './cell-style.ts'
import { ConditionalColours } from './conditional-colours.ts'
import { sparklineBar } from './sparkline.ts'

/** A cell shows no more; its whole text is there when it is opened. */
const MOST_CHARACTERS = 600

/** The rows of a sheet as people see them; formulas are left to a later call where that would take long and `quick` is asked for. */
export function tabRows(
  spreadsheet: Spreadsheet,
  sheet: Sheet,
  from: number,
  to: number,
  quick: boolean,
): Omit<TabRows, 'version'> {
  const table = new StyleTable()
  const complete = !quick || spreadsheet.calculation.isQuick
  const cellState = complete ? finishedCells(spreadsheet, sheet, table) : typedCells(spreadsheet, sheet, table)
  const rows = Array.from({ length: Math.max(0, Math.min(to, sheet.grid.rowCount) - from) }, (_, index) => {
    const cells = Array.from({ length: sheet.grid.columnCount }, (_, column) => cellState(from + index, column))
    while (cells.at(-1) === null) cells.pop()
    return cells
  })
  return { complete, from, styles: table.styles, rows }
}

type Describe = (row: number, column: number) => CellState | null

function finishedCells(spreadsheet: Spreadsheet, sheet: Sheet, table: StyleTable): Describe {
  const colours = new ConditionalColours(spreadsheet, sheet)
  return (row, column) => {
    const cell = asCell(sheet.grid.get(row, column))
    const value = spreadsheet.calculation.value(sheet, row, column)
    const bar = sparklineBar(cell.formula, spreadsheet, sheet, row, column)
    return describe(cell, value, bar, colours.style(row, column), spreadsheet, table)
  }
}

/** What was typed; where a formula shows something, or did when they were last worked out, that is said. */
function typedCells(spreadsheet: Spreadsheet, sheet: Sheet, table: StyleTable): Describe {
  const spilled = spreadsheet.calculation.spilledColumns(sheet)
  const frozenRows = Number(sheet.gridAppearance.frozenRowCount ?? 0)
  return (row, column) => {
    const cell = asCell(sheet.grid.get(row, column))
    const mayBeFilled = cell.value === undefined && row >= frozenRows && row < sheet.grid.usedRows && spilled.has(column)
    if (cell.formula !== undefined || mayBeFilled) return { text: '', waits: true }
    return describe(cell, cell.value ?? null, undefined, undefined, spreadsheet, table)
  }
}

function describe(
  cell: Cell,
  value: CellValue,
  bar: CellState['bar'],
  colouring: CellStyle | undefined,
  spreadsheet: Spreadsheet,
  table: StyleTable,
): CellState | null {
  const own = cellStyle(cell.format)
  if (!own.align && typeof value === 'number' && cell.format?.horizontalAlignment !== 'LEFT') own.align = 'right'
  const style = table.place({ ...own, ...colouring })
  const text = bar ? '' : displayText(value, cell.format, spreadsheet.locale).slice(0, MOST_CHARACTERS)
  const link = linkOf(cell.runs)
  const state: CellState = {
    text,
    ...(style !== undefined && { style }),
    ...(cell.note !== undefined && { note: cell.note }),
    ...(isObject(cell.validation) && cell.validation.showCustomUi === true && { choices: true as const }),
    ...(bar && { bar }),
    ...(link !== undefined && { link }),
  }
  return text === '' && Object.keys(state).length === 1 ? null : state
}

/** The place in this workbook that the text leads to; links to anywhere else are not followed. */
function linkOf(runs: readonly unknown[] | undefined): string | undefined {
  const [run] = runs ?? []
  const format = isObject(run) && isObject(run.format) ? run.format : {}
  const uri = isObject(format.link) ? format.link.uri : undefined
  return typeof uri === 'string' && /^#gid=\d+/.test(uri) ? uri : undefined
}
