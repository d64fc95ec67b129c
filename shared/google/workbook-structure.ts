import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js'
import { Failure } from '../errors.ts'
import { type CellMarks, FETCHING_METADATA_KEY } from '../model/cell-marks.ts'
import type { ChartSpec } from '../model/sheet-request.ts'
import type { SeenTab, SheetState, Structure } from '../ports.ts'

/** Key of the developer metadata that names a tab. */
const TAB_METADATA_KEY = 'tallysheet.tab'
/** Title of the fence: a hidden one-cell sheet whose id changes with every commit. */
export const FENCE_TITLE = '_fence'

const PROPERTIES =
  'properties(sheetId,title,index,hidden,gridProperties(rowCount,columnCount)),developerMetadata(metadataId,metadataKey,metadataValue)'

const CELL_MARKS = ',data(rowData(values(userEnteredValue(formulaValue))))'

/** What of a spreadsheet makes its structure; with marks also formulas, but no figure. */
export const structureFields = (marks: boolean): string =>
  `spreadsheetId,spreadsheetUrl,properties(title,locale,timeZone),sheets(${PROPERTIES},merges,charts(chartId,spec)${marks ? CELL_MARKS : ''})`

/**
 * The answer's JSON without the empty objects that stand for cells holding no formula and for rows that aren't hidden: nearly all of a
 * large sheet, and not worth an object each. Texts inside the answer can't be hit: quotes within them are escaped.
 */
export const withoutEmptyCells = (json: string): string =>
  json.replace(/"(values|rowMetadata)":\s*\[\s*\{\s*\}(?:\s*,\s*\{\s*\})*\s*\]/g, '"$1":[]')

/** Google's answer as the structure. */
export function structureOf(data: sheets_v4.Schema$Spreadsheet): Structure {
  const sheets = data.sheets!.map(sheetOf)
  return {
    spreadsheetId: data.spreadsheetId!,
    title: data.properties?.title ?? '',
    url: data.spreadsheetUrl ?? `https://docs.google.com/spreadsheets/d/${data.spreadsheetId}/edit`,
    timeZone: data.properties?.timeZone ?? '',
    locale: data.properties?.locale ?? '',
    fence: sheets.find(isFence)?.sheetId ?? null,
    sheets: sheets.filter((sheet) => !isFence(sheet)),
  }
}

const isFence = ({ title, key }: SheetState): boolean => title === FENCE_TITLE && key === null

function sheetOf(sheet: sheets_v4.Schema$Sheet): SheetState {
  const { properties, developerMetadata } = sheet
  const key = developerMetadata?.find(({ metadataKey }) => metadataKey === TAB_METADATA_KEY)
  if (properties?.title == null) throw new Failure('refused', { request: 'structure' })
  return {
    sheetId: properties.sheetId ?? 0,
    title: properties.title,
    index: properties.index ?? 0,
    hidden: properties.hidden ?? false,
    rowCount: properties.gridProperties?.rowCount ?? 0,
    columnCount: properties.gridProperties?.columnCount ?? 0,
    key: key?.metadataValue ?? null,
    keyId: key?.metadataId ?? null,
    fetching: developerMetadata?.some(({ metadataKey }) => metadataKey === FETCHING_METADATA_KEY) ?? false,
    charts: (sheet.charts ?? []).map(({ chartId, spec }) => ({ id: chartId ?? 0, spec: spec as ChartSpec })),
    ...(key ? { marks: marksOf(sheet) } : {}),
  }
}

/** What a commit is asked to tell of one tab: its formulas and which rows are hidden. */
export const SEEN_FIELDS =
  'updatedSpreadsheet(sheets(data(rowData(values(userEnteredValue(formulaValue))),rowMetadata(hiddenByFilter,hiddenByUser))))'

/** The tab in a commit's answer. */
export const seenTab = (data: sheets_v4.Schema$GridData | undefined): SeenTab => ({
  formulas: formulasOf(data),
  hiddenRows: (data?.rowMetadata ?? []).filter(({ hiddenByFilter, hiddenByUser }) => hiddenByFilter || hiddenByUser).length,
})

function formulasOf(data: sheets_v4.Schema$GridData | undefined): CellMarks['formulas'] {
  const formulas: { row: number; column: number; text: string }[] = []
  for (const [row, { values }] of (data?.rowData ?? []).entries())
    for (const [column, cell] of (values ?? []).entries()) {
      const text = cell.userEnteredValue?.formulaValue
      if (text) formulas.push({ row, column, text })
    }
  return formulas
}

function marksOf({ merges = [], data = [] }: sheets_v4.Schema$Sheet): CellMarks {
  return {
    formulas: formulasOf(data[0]),
    merges: merges.map(({ startRowIndex, endRowIndex, startColumnIndex, endColumnIndex }) => ({
      startRow: startRowIndex ?? 0,
      endRow: endRowIndex ?? Number.MAX_SAFE_INTEGER,
      startColumn: startColumnIndex ?? 0,
      endColumn: endColumnIndex ?? Number.MAX_SAFE_INTEGER,
    })),
  }
}
