import type { Spreadsheet } from '../../google-apis/spreadsheet.ts'

/** The product's key of each of its sheets, by sheet id. */
export function tabKeys({ developerMetadata }: Spreadsheet): Map<number, string> {
  const marks = developerMetadata.filter(({ metadataKey, location }) => metadataKey === 'tallysheet.tab' && location.sheetId)
  return new Map(marks.map(({ metadataValue, location }) => [location.sheetId!, metadataValue ?? '']))
}
