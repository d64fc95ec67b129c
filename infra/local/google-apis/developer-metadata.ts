import { Refusal } from './errors.ts'
import { isObject, type JsonObject } from './json.ts'
import type { DeveloperMetadata, MetadataLocation, Spreadsheet } from './spreadsheet.ts'

const MAX_CHARACTERS = 30_000

/** Adds an entry under the caller's id, or a new one; a taken id, a missing key or an impossible place is refused. */
export function addMetadata(spreadsheet: Spreadsheet, given: JsonObject): DeveloperMetadata {
  const { metadataId, metadataKey, metadataValue, visibility } = given
  if (typeof metadataKey !== 'string' || metadataKey === '') throw new Refusal('developerMetadata.metadataKey must be specified.')
  if (visibility !== 'DOCUMENT' && visibility !== 'PROJECT') throw new Refusal('developerMetadata.visibility must be specified.')
  const taken = (id: number) => spreadsheet.developerMetadata.some((entry) => entry.metadataId === id)
  if (typeof metadataId === 'number' && taken(metadataId))
    throw new Refusal(`developerMetadata with metadataId ${metadataId} already exists.`)
  const entry: DeveloperMetadata = {
    metadataId: typeof metadataId === 'number' ? metadataId : spreadsheet.newId(taken),
    metadataKey,
    ...(typeof metadataValue === 'string' && metadataValue !== '' && { metadataValue }),
    location: placed(spreadsheet, isObject(given.location) ? given.location : {}),
    visibility,
  }
  spreadsheet.developerMetadata = [...spreadsheet.developerMetadata, entry]
  checkSize(spreadsheet, entry)
  return entry
}

/** The location as the emulator keeps it; rows and columns one at a time, inside the grid. */
export function placed(spreadsheet: Spreadsheet, location: JsonObject): MetadataLocation {
  if (location.spreadsheet === true) return { locationType: 'SPREADSHEET', spreadsheet: true }
  if (isObject(location.dimensionRange)) {
    const {
      sheetId = 0,
      dimension,
      startIndex = 0,
      endIndex,
    } = location.dimensionRange as { sheetId?: number; dimension?: string; startIndex?: number; endIndex?: number }
    const { grid } = spreadsheet.sheet(sheetId)
    if (dimension !== 'ROWS' && dimension !== 'COLUMNS')
      throw new Refusal('developerMetadata.location.dimensionRange.dimension must be specified.')
    if (endIndex !== startIndex + 1)
      throw new Refusal('developerMetadata.location.dimensionRange must represent a single row or column.')
    if (endIndex > (dimension === 'ROWS' ? grid.rowCount : grid.columnCount))
      throw new Refusal('developerMetadata.location is outside of the grid.')
    return { locationType: dimension === 'ROWS' ? 'ROW' : 'COLUMN', dimensionRange: { sheetId, dimension, startIndex, endIndex } }
  }
  if (typeof location.sheetId === 'number') return { locationType: 'SHEET', sheetId: spreadsheet.sheet(location.sheetId).sheetId }
  throw new Refusal('developerMetadata.location must be specified.')
}

/** The documented bound: 30,000 characters for the spreadsheet itself, and as many for each sheet. */
export function checkSize(spreadsheet: Spreadsheet, { location }: DeveloperMetadata): void {
  const holder = (place: MetadataLocation) => place.dimensionRange?.sheetId ?? place.sheetId
  const same = spreadsheet.developerMetadata.filter((entry) => holder(entry.location) === holder(location))
  const characters = same.reduce((sum, entry) => sum + entry.metadataKey.length + (entry.metadataValue?.length ?? 0), 0)
  if (characters > MAX_CHARACTERS) throw new Refusal(`Developer metadata exceeds the limit of ${MAX_CHARACTERS} characters.`)
}
