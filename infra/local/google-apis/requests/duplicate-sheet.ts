import type { JsonObject } from '../json.ts'
import { copySheet } from '../sheets/copy-sheet.ts'
import type { RequestContext } from './context.ts'

interface Request {
  readonly sourceSheetId?: number
  readonly insertSheetIndex?: number
  readonly newSheetId?: number
  readonly newSheetName?: string
}

export function duplicateSheet(request: Request, { spreadsheet }: RequestContext): JsonObject {
  const source = spreadsheet.sheet(request.sourceSheetId)
  const copy = copySheet(source, spreadsheet, {
    sheetId: request.newSheetId,
    title: request.newSheetName,
    index: request.insertSheetIndex ?? 0,
  })
  return { properties: copy.describe(spreadsheet.sheets.indexOf(copy)) }
}
