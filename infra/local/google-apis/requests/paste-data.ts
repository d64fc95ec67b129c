import { parse } from 'csv-parse/sync'
import { notImplemented } from '../errors.ts'
import { writeRows } from '../values/write-values.ts'
import type { RequestContext } from './context.ts'

interface Request {
  readonly coordinate?: { readonly sheetId?: number; readonly rowIndex?: number; readonly columnIndex?: number }
  readonly data?: string
  readonly delimiter?: string
  readonly html?: boolean
}

/** Enters delimited text as if typed. */
export function pasteData(request: Request, { spreadsheet, caller }: RequestContext): undefined {
  if (request.html) throw notImplemented('pasteData of HTML')
  const { sheetId, rowIndex: startRow = 0, columnIndex: startColumn = 0 } = request.coordinate ?? {}
  const delimiter = request.delimiter ?? '\t'
  const rows: string[][] = parse(request.data ?? '', {
    delimiter,
    relaxColumnCount: true,
    relaxQuotes: true,
    skipEmptyLines: false,
  })
  const place = { sheet: spreadsheet.sheet(sheetId), startRow, startColumn, endRow: undefined, endColumn: undefined }
  writeRows(spreadsheet, place, rows, 'USER_ENTERED', caller)
}
