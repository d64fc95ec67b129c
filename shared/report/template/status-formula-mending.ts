import type { SheetRequest } from '../../model/sheet-request.ts'
import { cellIn, type TabDetails } from '../../model/tab-details.ts'
import { columnLetters } from '../../model/tabs.ts'
import type { Texts } from '../../model/texts/texts.ts'
import { statusFormula } from '../status-formula.ts'
import type { Mending, Place } from './mending.ts'

/** Writes the one formula of Submissions into its header cell and clears what stands below in its two columns. */
export function placeStatusFormula(sheetId: number, headerRow: number, statusColumn: number, formula: string): SheetRequest[] {
  return [
    {
      repeatCell: {
        range: { sheetId, startRowIndex: headerRow, startColumnIndex: statusColumn, endColumnIndex: statusColumn + 2 },
        cell: {},
        fields: 'userEnteredValue',
      },
    },
    {
      updateCells: {
        start: { sheetId, rowIndex: headerRow, columnIndex: statusColumn },
        rows: [{ values: [{ userEnteredValue: { formulaValue: formula } }] }],
        fields: 'userEnteredValue',
      },
    },
  ]
}

/** Spaces, quotes around a title and upper or lower case make no other formula. */
const fold = (formula: string): string => formula.replace(/[\s']/g, '').toLowerCase()

/** The status formula where it is not what it should be for the columns as they stand, or where something keeps it from spreading. */
export function formulaMendings(present: TabDetails, place: Place, statusTitle: string, texts: Texts): Mending[] {
  const { headerRow, columns } = place
  const { status, message, period } = columns
  if (status === undefined || period === undefined || message !== status + 1) return []
  const formula = statusFormula(headerRow, columns, statusTitle, texts.workbook)
  const isRight = fold(cellIn(present, headerRow, status).formula ?? '') === fold(formula)
  if (isRight && !isBlocked(present, headerRow, status)) return []
  return [
    {
      kind: 'formula',
      tab: 'submissions',
      cell: `${columnLetters(status)}${headerRow + 1}`,
      requests: placeStatusFormula(present.sheetId, headerRow, status, formula),
    },
  ]
}

/** Does anything stand where the formula spreads to? */
const isBlocked = ({ cells }: TabDetails, headerRow: number, status: number): boolean =>
  cells.some((row, index) => {
    const holds = (column: number) => row[column] !== undefined && (row[column].value !== null || row[column].formula !== null)
    return (index > headerRow && holds(status)) || (index >= headerRow && holds(status + 1))
  })
