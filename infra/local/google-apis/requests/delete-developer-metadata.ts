import { describeMetadata } from '../answers/developer-metadata.ts'
import { metadataOfFilter } from '../data-filters.ts'
import type { JsonObject } from '../json.ts'
import type { RequestContext } from './context.ts'

/** Deletes every entry that the filter selects; the reply lists them. */
export function deleteDeveloperMetadata(request: { dataFilter?: JsonObject }, { spreadsheet }: RequestContext): JsonObject {
  const gone = metadataOfFilter(spreadsheet, request.dataFilter ?? {})
  spreadsheet.developerMetadata = spreadsheet.developerMetadata.filter((entry) => !gone.includes(entry))
  return gone.length === 0 ? {} : { deletedDeveloperMetadata: gone.map(describeMetadata) }
}
