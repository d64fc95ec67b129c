import { jsonBody } from '../http/api-request.ts'
import { type Call, ok, type Route } from '../http/route.ts'
import { normalizeBody } from '../schema/validate.ts'
import { copySheet } from '../sheets/copy-sheet.ts'
import { open, refusing } from './open.ts'

/** Copies a sheet into another spreadsheet, at its end. */
function copyTo(call: Call, id: string, sheetId: string) {
  const { spreadsheet } = open(call, id, 'read')
  const body = normalizeBody('CopySheetToAnotherSpreadsheetRequest', jsonBody(call.request)) as {
    destinationSpreadsheetId?: string
  }
  const { spreadsheet: target } = open(call, body.destinationSpreadsheetId ?? '', 'write')
  const copy = refusing(() => target.edit(() => copySheet(spreadsheet.sheet(Number(sheetId)), target, {})))
  return ok(copy.describe(target.sheets.indexOf(copy)))
}

export const COPY_TO: Route = {
  method: 'POST',
  path: /^\/v4\/spreadsheets\/([^/:]+)\/sheets\/(\d+):copyTo$/,
  kind: 'write',
  answers: 'SheetProperties',
  handle: copyTo,
}
