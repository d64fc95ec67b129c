import { parseRange } from '../a1.ts'
import { areasOfFilter } from '../data-filters.ts'
import { choice, jsonBody } from '../http/api-request.ts'
import { type Call, ok, type Route } from '../http/route.ts'
import type { JsonObject } from '../json.ts'
import { normalizeBody } from '../schema/validate.ts'
import { type Rendering, readValues } from '../values/read-values.ts'
import { open, refusing } from './open.ts'

const RENDER = ['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA'] as const
const DATES = ['SERIAL_NUMBER', 'FORMATTED_STRING'] as const

function rendering(query: URLSearchParams): Rendering {
  return {
    majorDimension: choice(query, 'majorDimension', ['ROWS', 'COLUMNS'], 'ROWS'),
    valueRenderOption: choice(query, 'valueRenderOption', RENDER, 'FORMATTED_VALUE'),
    dateTimeRenderOption: choice(query, 'dateTimeRenderOption', DATES, 'SERIAL_NUMBER'),
  }
}

function get(call: Call, id: string, range: string) {
  const { spreadsheet } = open(call, id, 'read')
  return ok(refusing(() => readValues(spreadsheet, parseRange(range, spreadsheet), rendering(call.request.query))))
}

function batchGet(call: Call, id: string) {
  const { spreadsheet } = open(call, id, 'read')
  const how = rendering(call.request.query)
  const ranges = call.request.query.getAll('ranges')
  const valueRanges = ranges.map((range) => refusing(() => readValues(spreadsheet, parseRange(range, spreadsheet), how)))
  return ok({ spreadsheetId: id, ...(valueRanges.length > 0 && { valueRanges }) })
}

interface FilterRequest extends Partial<Rendering> {
  readonly dataFilters?: readonly JsonObject[]
}

function batchGetByDataFilter(call: Call, id: string) {
  const { spreadsheet } = open(call, id, 'read')
  const body = normalizeBody('BatchGetValuesByDataFilterRequest', jsonBody(call.request)) as FilterRequest
  const how = { ...rendering(new URLSearchParams()), ...body }
  const found = new Map<string, { valueRange: JsonObject; dataFilters: JsonObject[] }>()
  for (const filter of body.dataFilters ?? []) {
    for (const area of refusing(() => areasOfFilter(spreadsheet, filter))) {
      const valueRange = refusing(() => readValues(spreadsheet, area, how))
      const known = found.get(String(valueRange.range))
      if (known) known.dataFilters.push(filter)
      else found.set(String(valueRange.range), { valueRange, dataFilters: [filter] })
    }
  }
  return ok({ spreadsheetId: id, ...(found.size > 0 && { valueRanges: [...found.values()] }) })
}

export const VALUES_READ: readonly Route[] = [
  { method: 'GET', path: /^\/v4\/spreadsheets\/([^/:]+)\/values\/(.+)$/, kind: 'read', answers: 'ValueRange', handle: get },
  {
    method: 'GET',
    path: /^\/v4\/spreadsheets\/([^/:]+)\/values:batchGet$/,
    kind: 'read',
    answers: 'BatchGetValuesResponse',
    handle: batchGet,
  },
  {
    method: 'POST',
    path: /^\/v4\/spreadsheets\/([^/:]+)\/values:batchGetByDataFilter$/,
    kind: 'read',
    answers: 'BatchGetValuesByDataFilterResponse',
    handle: batchGetByDataFilter,
  },
]
