import { describeMetadata } from '../answers/developer-metadata.ts'
import { metadataOfFilter } from '../data-filters.ts'
import { checkSize, placed } from '../developer-metadata.ts'
import { isObject, type JsonObject, withPaths } from '../json.ts'
import type { DeveloperMetadata } from '../spreadsheet.ts'
import { fieldPaths, type RequestContext } from './context.ts'

interface Request {
  readonly dataFilters?: readonly JsonObject[]
  readonly developerMetadata?: JsonObject
  readonly fields?: string
}

/** Changes every entry that the filters select; the reply lists them. */
export function updateDeveloperMetadata(request: Request, { spreadsheet }: RequestContext): JsonObject {
  const paths = fieldPaths('DeveloperMetadata', request.fields)
  const given = request.developerMetadata ?? {}
  const chosen = new Set((request.dataFilters ?? []).flatMap((filter) => metadataOfFilter(spreadsheet, filter)))
  const moves = (paths.includes('*') || paths.some((path) => path.startsWith('location'))) && isObject(given.location)
  const plain = paths.includes('*')
    ? ['metadataKey', 'metadataValue', 'visibility'].filter((key) => key in given)
    : paths.filter((path) => !path.startsWith('location'))
  const changed: DeveloperMetadata[] = []
  spreadsheet.developerMetadata = spreadsheet.developerMetadata.map((entry) => {
    if (!chosen.has(entry)) return entry
    const location = moves ? placed(spreadsheet, given.location as JsonObject) : entry.location
    const { location: _old, ...rest } = entry
    const next = { ...withPaths(rest, given, plain), location } as DeveloperMetadata
    changed.push(next)
    return next
  })
  for (const entry of changed) checkSize(spreadsheet, entry)
  return changed.length === 0 ? {} : { developerMetadata: changed.map(describeMetadata) }
}
