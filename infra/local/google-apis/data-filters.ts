import { areaOfRange, type NamedArea, parseRange } from './a1.ts'
import { Refusal } from './errors.ts'
import { isObject, type JsonObject } from './json.ts'
import type { GridRange } from './ranges.ts'
import type { DeveloperMetadata, MetadataLocation, Spreadsheet } from './spreadsheet.ts'

/** Developer metadata that the filter selects: by lookup, or lying in an A1 or grid range. */
export function metadataOfFilter(spreadsheet: Spreadsheet, filter: JsonObject): DeveloperMetadata[] {
  const lookup = filter.developerMetadataLookup
  if (isObject(lookup)) return spreadsheet.developerMetadata.filter((entry) => matches(entry, lookup))
  const areas = areasOfFilter(spreadsheet, filter)
  return spreadsheet.developerMetadata.filter(({ location }) => areas.some((area) => liesIn(location, area)))
}

function matches(entry: DeveloperMetadata, lookup: JsonObject): boolean {
  const same = (key: 'metadataId' | 'metadataKey' | 'metadataValue' | 'visibility') =>
    lookup[key] === undefined || lookup[key] === entry[key]
  if (!same('metadataId') || !same('metadataKey') || !same('metadataValue') || !same('visibility')) return false
  if (lookup.locationType !== undefined && lookup.locationType !== entry.location.locationType) return false
  return (
    !isObject(lookup.metadataLocation) ||
    atLocation(entry.location, lookup.metadataLocation, lookup.locationMatchingStrategy !== 'EXACT_LOCATION')
  )
}

function atLocation(location: MetadataLocation, wanted: JsonObject, intersecting: boolean): boolean {
  if (wanted.spreadsheet === true) return intersecting || location.locationType === 'SPREADSHEET'
  const sheetId = location.dimensionRange?.sheetId ?? location.sheetId
  if (isObject(wanted.dimensionRange)) {
    const range = wanted.dimensionRange
    const own = location.dimensionRange
    if ((range.sheetId ?? 0) !== sheetId) return false
    if (!own) return intersecting
    const start = Number(range.startIndex ?? 0)
    const end = Number(range.endIndex ?? Number.POSITIVE_INFINITY)
    if (own.dimension !== range.dimension) return intersecting
    return intersecting ? own.startIndex < end && start < own.endIndex : own.startIndex === start && own.endIndex === end
  }
  if (sheetId === undefined) return intersecting
  return sheetId === (wanted.sheetId ?? 0) && (intersecting || location.locationType === 'SHEET')
}

function liesIn(location: MetadataLocation, area: NamedArea): boolean {
  const range = location.dimensionRange
  if (range?.sheetId !== area.sheet.sheetId) return location.sheetId === area.sheet.sheetId && area.startRow === undefined
  const [start, end] = range.dimension === 'ROWS' ? [area.startRow, area.endRow] : [area.startColumn, area.endColumn]
  return range.startIndex < (end ?? Number.POSITIVE_INFINITY) && (start ?? 0) < range.endIndex
}

/** Cells that the filter selects; metadata of a sheet stands for all of it, metadata of the spreadsheet for every sheet. */
export function areasOfFilter(spreadsheet: Spreadsheet, filter: JsonObject): NamedArea[] {
  if (typeof filter.a1Range === 'string') return [parseRange(filter.a1Range, spreadsheet)]
  if (isObject(filter.gridRange)) return [areaOfRange(spreadsheet, filter.gridRange as Partial<GridRange>)]
  if (!isObject(filter.developerMetadataLookup))
    throw new Refusal('A data filter must have a lookup, an A1 range or a grid range.')
  return metadataOfFilter(spreadsheet, filter).flatMap(({ location }) => {
    const { dimensionRange: range } = location
    if (range?.dimension === 'ROWS')
      return [areaOfRange(spreadsheet, { sheetId: range.sheetId, startRowIndex: range.startIndex, endRowIndex: range.endIndex })]
    if (range)
      return [
        areaOfRange(spreadsheet, { sheetId: range.sheetId, startColumnIndex: range.startIndex, endColumnIndex: range.endIndex }),
      ]
    const sheets = location.sheetId === undefined ? spreadsheet.sheets : [spreadsheet.sheet(location.sheetId)]
    return sheets.map((sheet) => areaOfRange(spreadsheet, { sheetId: sheet.sheetId }))
  })
}
