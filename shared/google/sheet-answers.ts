import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js'
import type { SheetProperties } from '../model/sheet-properties.ts'
import type { GridRange } from '../model/sheet-request.ts'

/** The properties in Google's answer, which leaves out what is 0, empty or false. */
export function propertiesOf({ properties }: sheets_v4.Schema$Sheet): SheetProperties {
  const grid = properties?.gridProperties
  return {
    sheetId: properties?.sheetId ?? 0,
    title: properties?.title ?? '',
    hidden: properties?.hidden ?? false,
    rowCount: grid?.rowCount ?? 0,
    columnCount: grid?.columnCount ?? 0,
    frozenRows: grid?.frozenRowCount ?? 0,
  }
}

/** A range in Google's answer, which leaves out the id of sheet 0 and bounds that are open. */
export function gridRangeOf(range: sheets_v4.Schema$GridRange | undefined): GridRange {
  const bounds = Object.entries(range ?? {}).filter(([, bound]) => typeof bound === 'number')
  return { sheetId: range?.sheetId ?? 0, ...Object.fromEntries(bounds) }
}
