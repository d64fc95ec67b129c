import type { JsonObject } from '../json.ts'
import { withoutZeroSheetIds } from '../shift.ts'
import type { DeveloperMetadata } from '../spreadsheet.ts'

/** The entry as the API answers it. The location's own `sheetId` stays when 0, because it is one of a choice. */
export function describeMetadata({ location, ...entry }: DeveloperMetadata): JsonObject {
  const { dimensionRange, ...rest } = location
  return { ...entry, location: { ...rest, ...(dimensionRange && { dimensionRange: withoutZeroSheetIds(dimensionRange) }) } }
}
