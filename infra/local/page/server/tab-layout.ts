import { hasContent } from '../../google-apis/cell.ts'
import { areaOf } from '../../google-apis/ranges.ts'
import type { Sheet } from '../../google-apis/sheet.ts'
import type { Spreadsheet } from '../../google-apis/spreadsheet.ts'
import type { TabLayout } from '../protocol.ts'
import { readCharts } from './read-charts.ts'
import { rowHeights } from './row-heights.ts'

const DEFAULT_WIDTH = 100

/** A tab without its cells; what depends on formulas is left to a later call where that would take long and `quick` is asked for. */
export function tabLayout(spreadsheet: Spreadsheet, sheet: Sheet, quick: boolean): Omit<TabLayout, 'version'> {
  const { grid, gridAppearance } = sheet
  const columnWidths = Array.from({ length: grid.columnCount }, (_, column) => {
    const properties = grid.properties('COLUMNS', column)
    return properties?.hiddenByUser === true ? 0 : Number(properties?.pixelSize ?? DEFAULT_WIDTH)
  })
  return {
    sheetId: sheet.sheetId,
    rowCount: grid.rowCount,
    columnCount: grid.columnCount,
    usedRows: filledRows(sheet),
    frozenRows: Number(gridAppearance.frozenRowCount ?? 0),
    frozenColumns: Number(gridAppearance.frozenColumnCount ?? 0),
    columnWidths,
    merges: sheet.parts.merges.map((range) => areaOf(range, grid)),
    hidesGridlines: gridAppearance.hideGridlines === true,
    ...((!quick || spreadsheet.calculation.isQuick) && {
      rowHeights: rowHeights(spreadsheet, sheet, columnWidths),
      charts: readCharts(spreadsheet, sheet),
    }),
  }
}

/** One more than the last row with a value or formula. */
function filledRows({ grid }: Sheet): number {
  for (let row = grid.usedRows - 1; row >= 0; row--) if (grid.cells(row)?.some(hasContent)) return row + 1
  return 0
}
