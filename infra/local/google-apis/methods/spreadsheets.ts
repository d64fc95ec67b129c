import { type NamedArea, parseRange } from '../a1.ts'
import { describeSpreadsheet } from '../answers/spreadsheet.ts'
import { areasOfFilter } from '../data-filters.ts'
import { flag, jsonBody } from '../http/api-request.ts'
import { type Call, ok, type Route } from '../http/route.ts'
import { isObject, type JsonObject } from '../json.ts'
import { EVERYTHING, type Mask, maskAt, parseFieldMask } from '../schema/field-mask.ts'
import { normalizeBody } from '../schema/validate.ts'
import { fillSpreadsheet } from '../sheets/fill-spreadsheet.ts'
import { type Opened, open, refusing } from './open.ts'

function create(call: Call) {
  const body = normalizeBody('Spreadsheet', jsonBody(call.request)) as JsonObject
  const { email } = call.request
  const file = call.files.create(email, isObject(body.properties) ? body.properties : {})
  const caller = { email, isOwner: true, ownerEmail: email }
  try {
    refusing(() => fillSpreadsheet(file.spreadsheet, body))
  } catch (error) {
    call.files.delete(file.id)
    throw error
  }
  return ok(describeSpreadsheet(file.spreadsheet, { ranges: [], gridData: undefined, caller }))
}

/** Cells are answered when asked for, or when a field mask names them, and then as far as it does. */
function wantedCells(call: Call, asked: boolean): Mask | undefined {
  const mask = call.request.query.get('fields')
  if (mask) return maskAt(parseFieldMask('Spreadsheet', mask), 'sheets.data')
  return asked ? EVERYTHING : undefined
}

function answer(call: Call, { spreadsheet, caller }: Opened, ranges: readonly NamedArea[], asked: boolean) {
  const gridData = refusing(() => wantedCells(call, asked))
  return ok(refusing(() => describeSpreadsheet(spreadsheet, { ranges, gridData, caller })))
}

function get(call: Call, id: string) {
  const opened = open(call, id, 'read')
  const ranges = call.request.query.getAll('ranges').map((range) => refusing(() => parseRange(range, opened.spreadsheet)))
  return answer(call, opened, ranges, flag(call.request.query, 'includeGridData'))
}

function getByDataFilter(call: Call, id: string) {
  const opened = open(call, id, 'read')
  const body = normalizeBody('GetSpreadsheetByDataFilterRequest', jsonBody(call.request)) as {
    dataFilters?: readonly JsonObject[]
    includeGridData?: boolean
  }
  const filters = body.dataFilters ?? []
  const ranges = refusing(() => filters.flatMap((filter) => areasOfFilter(opened.spreadsheet, filter)))
  return answer(call, opened, ranges, body.includeGridData ?? false)
}

export const SPREADSHEETS: readonly Route[] = [
  { method: 'POST', path: /^\/v4\/spreadsheets$/, kind: 'write', answers: 'Spreadsheet', handle: create },
  { method: 'GET', path: /^\/v4\/spreadsheets\/([^/:]+)$/, kind: 'read', answers: 'Spreadsheet', handle: get },
  {
    method: 'POST',
    path: /^\/v4\/spreadsheets\/([^/:]+):getByDataFilter$/,
    kind: 'read',
    answers: 'Spreadsheet',
    handle: getByDataFilter,
  },
]
