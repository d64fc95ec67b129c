import { describeMetadata } from '../answers/developer-metadata.ts'
import { metadataOfFilter } from '../data-filters.ts'
import { notFound } from '../errors.ts'
import { jsonBody } from '../http/api-request.ts'
import { type Call, ok, type Route } from '../http/route.ts'
import type { JsonObject } from '../json.ts'
import { normalizeBody } from '../schema/validate.ts'
import type { DeveloperMetadata } from '../spreadsheet.ts'
import { open, refusing } from './open.ts'

function get(call: Call, id: string, metadataId: string) {
  const { spreadsheet } = open(call, id, 'read')
  const entry = spreadsheet.developerMetadata.find((candidate) => String(candidate.metadataId) === metadataId)
  if (!entry) throw notFound()
  return ok(describeMetadata(entry))
}

/** Every entry that a filter selects, once, with all the filters that select it. */
function search(call: Call, id: string) {
  const { spreadsheet } = open(call, id, 'read')
  const body = normalizeBody('SearchDeveloperMetadataRequest', jsonBody(call.request)) as { dataFilters?: readonly JsonObject[] }
  const found = new Map<DeveloperMetadata, JsonObject[]>()
  for (const filter of body.dataFilters ?? []) {
    for (const entry of refusing(() => metadataOfFilter(spreadsheet, filter)))
      found.set(entry, [...(found.get(entry) ?? []), filter])
  }
  const matched = [...found].map(([entry, dataFilters]) => ({ developerMetadata: describeMetadata(entry), dataFilters }))
  return ok(matched.length === 0 ? {} : { matchedDeveloperMetadata: matched })
}

export const DEVELOPER_METADATA: readonly Route[] = [
  {
    method: 'GET',
    path: /^\/v4\/spreadsheets\/([^/:]+)\/developerMetadata\/(\d+)$/,
    kind: 'read',
    answers: 'DeveloperMetadata',
    handle: get,
  },
  {
    method: 'POST',
    path: /^\/v4\/spreadsheets\/([^/:]+)\/developerMetadata:search$/,
    kind: 'read',
    answers: 'SearchDeveloperMetadataResponse',
    handle: search,
  },
]
