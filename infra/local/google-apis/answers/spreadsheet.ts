import { clipped, type NamedArea } from '../a1.ts'
import type { JsonObject } from '../json.ts'
import { type Caller, describeProtection } from '../protection.ts'
import { type Area, areaOf } from '../ranges.ts'
import type { Mask } from '../schema/field-mask.ts'
import type { Sheet } from '../sheet.ts'
import { withoutZeroSheetIds } from '../shift.ts'
import type { Spreadsheet } from '../spreadsheet.ts'
import { describeMetadata } from './developer-metadata.ts'
import { gridData } from './grid-data.ts'

/** What of a spreadsheet is wanted. */
export interface Wanted {
  /** With ranges, only the sheets that they touch are answered, and only their cells in them. */
  readonly ranges: readonly NamedArea[]
  /** What of the cells' data; undefined: none. */
  readonly gridData: Mask | undefined
  readonly caller: Caller
}

/** The spreadsheet as the API answers it; what is empty is left out. */
export function describeSpreadsheet(spreadsheet: Spreadsheet, wanted: Wanted): JsonObject {
  const sheets = spreadsheet.sheets.flatMap((sheet, index) => {
    const areas = wanted.ranges.filter((range) => range.sheet === sheet).map(clipped)
    if (wanted.ranges.length > 0 && areas.length === 0) return []
    return [describeSheet(spreadsheet, sheet, index, wanted, areas)]
  })
  const metadata = spreadsheet.developerMetadata
    .filter(({ location }) => location.locationType === 'SPREADSHEET')
    .map(describeMetadata)
  return {
    spreadsheetId: spreadsheet.id,
    properties: spreadsheet.properties,
    sheets,
    ...filled({ namedRanges: spreadsheet.namedRanges.map(withoutZeroSheetIds) }),
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${spreadsheet.id}/edit`,
    ...filled({ developerMetadata: metadata }),
  }
}

function describeSheet(
  spreadsheet: Spreadsheet,
  sheet: Sheet,
  index: number,
  wanted: Wanted,
  areas: readonly Area[],
): JsonObject {
  const { parts } = sheet
  const { protectedRanges, basicFilter, ...lists } = parts
  const shown = Object.fromEntries(Object.entries(lists).map(([key, list]) => [key, withoutZeroSheetIds(list)]))
  const metadata = spreadsheet.developerMetadata
    .filter(({ location }) => location.locationType === 'SHEET' && location.sheetId === sheet.sheetId)
    .map(describeMetadata)
  const cells = areas.length > 0 ? areas : [areaOf({}, sheet.grid)]
  return {
    properties: sheet.describe(index),
    ...(wanted.gridData && { data: cells.map((area) => gridData(spreadsheet, sheet, area, wanted.gridData!)) }),
    ...filled({ ...shown, protectedRanges: protectedRanges.map((range) => describeProtection(range, wanted.caller)) }),
    ...(basicFilter && { basicFilter: withoutZeroSheetIds(basicFilter) }),
    ...filled({ developerMetadata: metadata }),
  }
}

function filled(lists: { readonly [key: string]: unknown }): JsonObject {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => Array.isArray(list) && list.length > 0))
}
