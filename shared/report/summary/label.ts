import type { SheetRequest } from '../../model/sheet-request.ts'
import { writeCells } from '../cells.ts'
import type { Layout } from './layout.ts'
import { CHARTS_RECORD_ROW, recordOf } from './layout-record.ts'
import { recordRequest } from './render-summary.ts'
import { BANNER_ROW } from './summary-layout.ts'

interface Sheets {
  summary: { sheetId: number }
  charts: { sheetId: number }
}

/** Says in the banner that figures are being written, and has the next run lay everything out anew in case this one doesn't end. */
export const beginLabel = ({ summary, charts }: Sheets, words: string): SheetRequest[] => [
  writeCells(summary.sheetId, BANNER_ROW, 0, [[words]]),
  writeCells(charts.sheetId, CHARTS_RECORD_ROW, 0, [[null]]),
]

/** Takes the label away again. */
export function endLabel({ summary, charts }: Sheets, layout: Layout): SheetRequest[] {
  const formula = layout.rows[BANNER_ROW]?.cells[0]?.formula ?? ''
  return [
    {
      updateCells: {
        start: { sheetId: summary.sheetId, rowIndex: BANNER_ROW, columnIndex: 0 },
        rows: [{ values: [{ userEnteredValue: { formulaValue: formula } }] }],
        fields: 'userEnteredValue',
      },
    },
    recordRequest(charts.sheetId, recordOf(layout)),
  ]
}
