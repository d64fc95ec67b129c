import { parseRange } from '../a1.ts'
import { areasOfFilter } from '../data-filters.ts'
import { jsonBody } from '../http/api-request.ts'
import { type Call, ok, type Route } from '../http/route.ts'
import type { JsonObject } from '../json.ts'
import { normalizeBody } from '../schema/validate.ts'
import { clearValues } from '../values/clear-values.ts'
import { open, refusing } from './open.ts'

function clear(call: Call, id: string, range: string) {
  const { spreadsheet, caller } = open(call, id, 'write')
  const clearedRange = refusing(() => spreadsheet.edit(() => clearValues(spreadsheet, parseRange(range, spreadsheet), caller)))
  return ok({ spreadsheetId: id, clearedRange })
}

function batchClear(call: Call, id: string) {
  const { spreadsheet, caller } = open(call, id, 'write')
  const { ranges = [] } = normalizeBody('BatchClearValuesRequest', jsonBody(call.request)) as { ranges?: readonly string[] }
  const clearAll = () => ranges.map((range) => clearValues(spreadsheet, parseRange(range, spreadsheet), caller))
  return ok({ spreadsheetId: id, clearedRanges: refusing(() => spreadsheet.edit(clearAll)) })
}

function batchClearByDataFilter(call: Call, id: string) {
  const { spreadsheet, caller } = open(call, id, 'write')
  const body = normalizeBody('BatchClearValuesByDataFilterRequest', jsonBody(call.request)) as {
    dataFilters?: readonly JsonObject[]
  }
  const areas = () => (body.dataFilters ?? []).flatMap((filter) => areasOfFilter(spreadsheet, filter))
  const clearedRanges = refusing(() => spreadsheet.edit(() => areas().map((area) => clearValues(spreadsheet, area, caller))))
  return ok({ spreadsheetId: id, clearedRanges })
}

export const VALUES_CLEAR: readonly Route[] = [
  {
    method: 'POST',
    path: /^\/v4\/spreadsheets\/([^/:]+)\/values\/(.+):clear$/,
    kind: 'write',
    answers: 'ClearValuesResponse',
    handle: clear,
  },
  {
    method: 'POST',
    path: /^\/v4\/spreadsheets\/([^/:]+)\/values:batchClear$/,
    kind: 'write',
    answers: 'BatchClearValuesResponse',
    handle: batchClear,
  },
  {
    method: 'POST',
    path: /^\/v4\/spreadsheets\/([^/:]+)\/values:batchClearByDataFilter$/,
    kind: 'write',
    answers: 'BatchClearValuesByDataFilterResponse',
    handle: batchClearByDataFilter,
  },
]
