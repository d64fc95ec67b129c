import { Sheet } from '../sheet.ts'
import type { DriveFile, Files } from './files.ts'

/** A copy owned by whoever asks; sheets keep their ids, as Google's do. */
export function copySpreadsheet(files: Files, original: DriveFile, title: string, owner: string): DriveFile {
  const source = original.spreadsheet
  const file = files.create(owner, { ...source.properties, title })
  file.spreadsheet.sheets = source.sheets.map((sheet) => {
    const copy = new Sheet(sheet.sheetId, sheet.title, sheet.grid.fork())
    copy.appearance = sheet.appearance
    copy.gridAppearance = sheet.gridAppearance
    copy.parts = sheet.parts
    return copy
  })
  file.spreadsheet.namedRanges = source.namedRanges
  file.spreadsheet.developerMetadata = source.developerMetadata
  return file
}
