import type { AddWorksheetOptions, PageSetup } from 'exceljs'
import type { SheetLooks } from '../../model/sheet-looks.ts'
import { argb } from './excel-style.ts'

const A4 = 9
/** What fits a page upright without becoming small. */
const UPRIGHT_PX = 820

/** How a sheet is made: state, frozen parts, tab colour, and printing on A4, as wide as one page, its header on each. */
export function sheetOptions(sheet: SheetLooks): Partial<AddWorksheetOptions> {
  const { hidden, frozenRows, frozenColumns, tabColour, gridLines } = sheet
  const frozen = frozenRows > 0 || frozenColumns > 0
  return {
    state: hidden ? 'hidden' : 'visible',
    views: [
      frozen
        ? { state: 'frozen', ySplit: frozenRows, xSplit: frozenColumns, showGridLines: gridLines }
        : { state: 'normal', showGridLines: gridLines },
    ],
    ...(tabColour ? { properties: { tabColor: { argb: argb(tabColour) } } as AddWorksheetOptions['properties'] } : {}),
    pageSetup: pageSetup(sheet),
  }
}

function pageSetup({ columns, frozenRows, charts }: SheetLooks): Partial<PageSetup> {
  const widthPx = columns.reduce((sum, { widthPx, hidden }) => sum + (hidden ? 0 : widthPx), 0)
  return {
    paperSize: A4,
    // A sheet with charts is an account that people print whole, on one page.
    orientation: widthPx > UPRIGHT_PX && charts.length === 0 ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: charts.length > 0 ? 1 : 0,
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.3, footer: 0.3 },
    ...(frozenRows > 0 ? { printTitlesRow: `1:${frozenRows}` } : {}),
  }
}

/** Width in characters of a width in pixels, as Excel counts with its usual font. */
export const charactersOf = (pixels: number): number => Math.max(0, (pixels - 5) / 7)

export const pointsOf = (pixels: number): number => pixels * 0.75
