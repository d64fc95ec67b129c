import { Refusal } from '../errors.ts'
import { assertSheetEditable } from '../protection.ts'
import type { RequestContext } from './context.ts'

export function deleteSheet(request: { sheetId?: number }, { spreadsheet, caller }: RequestContext): undefined {
  const sheet = spreadsheet.sheet(request.sheetId)
  assertSheetEditable(sheet, caller)
  const sheets = spreadsheet.sheets.filter((other) => other !== sheet)
  if (sheets.length === 0) throw new Refusal("You can't remove all the sheets in a document.")
  if (sheets.every((other) => other.hidden)) throw new Refusal("You can't remove all the visible sheets in a document.")
  spreadsheet.sheets = sheets
  spreadsheet.namedRanges = spreadsheet.namedRanges.filter(({ range }) => range.sheetId !== sheet.sheetId)
  spreadsheet.developerMetadata = spreadsheet.developerMetadata.filter(
    ({ location }) => (location.dimensionRange?.sheetId ?? location.sheetId) !== sheet.sheetId,
  )
}
