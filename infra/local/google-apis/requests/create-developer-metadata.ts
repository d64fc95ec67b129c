import { describeMetadata } from '../answers/developer-metadata.ts'
import { addMetadata } from '../developer-metadata.ts'
import type { JsonObject } from '../json.ts'
import type { RequestContext } from './context.ts'

export function createDeveloperMetadata(
  request: { developerMetadata?: JsonObject },
  { spreadsheet }: RequestContext,
): JsonObject {
  return { developerMetadata: describeMetadata(addMetadata(spreadsheet, request.developerMetadata ?? {})) }
}
