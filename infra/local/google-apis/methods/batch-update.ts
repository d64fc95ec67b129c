import { parseRange } from '../a1.ts'
import { describeSpreadsheet } from '../answers/spreadsheet.ts'
import { invalidArgument, notImplemented } from '../errors.ts'
import { jsonBody } from '../http/api-request.ts'
import { type Call, ok, type Route } from '../http/route.ts'
import type { JsonObject } from '../json.ts'
import type { RequestContext, RequestHandler } from '../requests/context.ts'
import { KINDS } from '../requests/kinds.ts'
import { EVERYTHING, type Mask, maskAt, parseFieldMask } from '../schema/field-mask.ts'
import { normalizeBody } from '../schema/validate.ts'
import { open, refusing } from './open.ts'

interface Body {
  readonly requests?: readonly JsonObject[]
  readonly includeSpreadsheetInResponse?: boolean
  readonly responseRanges?: readonly string[]
  readonly responseIncludeGridData?: boolean
}

function batchUpdate(call: Call, id: string) {
  const { spreadsheet, caller } = open(call, id, 'write')
  const body = normalizeBody('BatchUpdateSpreadsheetRequest', jsonBody(call.request)) as Body
  const requests = body.requests ?? []
  if (requests.length === 0) throw invalidArgument('Must specify at least one request.')
  const replies = applyRequests(requests, { spreadsheet, caller })
  if (!body.includeSpreadsheetInResponse) return ok({ spreadsheetId: id, replies })
  const ranges = refusing(() => (body.responseRanges ?? []).map((range) => parseRange(range, spreadsheet)))
  const updatedSpreadsheet = describeSpreadsheet(spreadsheet, {
    ranges,
    gridData: cellsAnswered(call, body),
    caller,
  })
  return ok({ spreadsheetId: id, replies, updatedSpreadsheet })
}

/** With a field mask it decides alone which cells are answered. */
function cellsAnswered(call: Call, body: Body): Mask | undefined {
  const fields = call.request.query.get('fields')
  if (fields) return maskAt(parseFieldMask('BatchUpdateSpreadsheetResponse', fields), 'updatedSpreadsheet.sheets.data')
  return body.responseIncludeGridData ? EVERYTHING : undefined
}

/** Applies all requests in order, or none of them; gives one reply for each. */
export function applyRequests(requests: readonly JsonObject[], context: RequestContext): JsonObject[] {
  const { spreadsheet } = context
  return refusing(() => spreadsheet.edit(() => requests.map((request, index) => applyRequest(request, index, context))))
}

function applyRequest(request: JsonObject, index: number, context: RequestContext): JsonObject {
  const [kind, ...others] = Object.keys(request)
  if (kind === undefined) throw invalidArgument(`Invalid requests[${index}]: No request set.`)
  if (others.length > 0) throw invalidArgument(`Invalid requests[${index}]: Only one request can be set.`)
  const handler: RequestHandler | undefined = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined
  if (!handler) throw notImplemented(`the batchUpdate request ${kind}`)
  const reply = refusing(() => handler((request[kind] ?? {}) as never, context), `Invalid requests[${index}].${kind}: `)
  context.spreadsheet.calculation.forget()
  return reply ? { [kind]: reply } : {}
}

export const BATCH_UPDATE: Route = {
  method: 'POST',
  path: /^\/v4\/spreadsheets\/([^/:]+):batchUpdate$/,
  kind: 'write',
  answers: 'BatchUpdateSpreadsheetResponse',
  handle: batchUpdate,
}
