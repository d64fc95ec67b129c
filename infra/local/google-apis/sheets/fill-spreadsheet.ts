import { cellFields, withCellData } from '../cell-data.ts'
import { normaliseColours } from '../colours.ts'
import { addMetadata } from '../developer-metadata.ts'
import type { JsonObject } from '../json.ts'
import type { Sheet, SheetParts } from '../sheet.ts'
import { withSheetIds } from '../shift.ts'
import type { NamedRange, Spreadsheet } from '../spreadsheet.ts'
import { createSheet, type SheetRequest } from './create-sheet.ts'

interface GridDataRequest {
  readonly startRow?: number
  readonly startColumn?: number
  readonly rowData?: readonly { readonly values?: readonly JsonObject[] }[]
}

interface SheetBody extends Partial<SheetParts> {
  readonly properties?: SheetRequest
  readonly data?: readonly GridDataRequest[]
  readonly developerMetadata?: readonly JsonObject[]
}

const LISTS = [
  'merges',
  'protectedRanges',
  'conditionalFormats',
  'filterViews',
  'bandedRanges',
  'charts',
  'rowGroups',
  'columnGroups',
] as const
const EVERYTHING = cellFields(['*'])

/** Builds what `spreadsheets.create` was sent: its sheets with their cells, named ranges and metadata; one empty sheet without any. */
export function fillSpreadsheet(spreadsheet: Spreadsheet, body: JsonObject): void {
  const sheets = (body.sheets ?? [{}]) as readonly SheetBody[]
  for (const given of sheets) fillSheet(spreadsheet, given)
  const ranges = (withSheetIds(body.namedRanges ?? []) as NamedRange[]) ?? []
  spreadsheet.namedRanges = ranges.map((range) => ({
    ...range,
    namedRangeId: range.namedRangeId ?? String(spreadsheet.newId(() => false)),
  }))
  for (const entry of (body.developerMetadata ?? []) as JsonObject[]) addMetadata(spreadsheet, entry)
}

function fillSheet(spreadsheet: Spreadsheet, given: SheetBody): void {
  const sheet = createSheet(spreadsheet, normaliseColours(given.properties ?? {}) as SheetRequest)
  for (const data of given.data ?? []) fillCells(sheet, data)
  const lists = LISTS.flatMap((key) => (given[key] ? [[key, withSheetIds(given[key])]] : []))
  sheet.setParts(Object.fromEntries(lists) as Partial<SheetParts>)
  for (const entry of given.developerMetadata ?? []) addMetadata(spreadsheet, { location: { sheetId: sheet.sheetId }, ...entry })
}

function fillCells(sheet: Sheet, { startRow = 0, startColumn = 0, rowData = [] }: GridDataRequest): void {
  const width = Math.max(0, ...rowData.map((row) => row.values?.length ?? 0))
  sheet.grid.resize(
    Math.max(sheet.grid.rowCount, startRow + rowData.length),
    Math.max(sheet.grid.columnCount, startColumn + width),
  )
  for (const [down, row] of rowData.entries()) {
    for (const [right, cell] of (row.values ?? []).entries()) {
      sheet.grid.set(startRow + down, startColumn + right, withCellData(undefined, cell, EVERYTHING))
    }
  }
}
