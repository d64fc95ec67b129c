import { parseRange } from '../a1.ts'
import { invalidArgument } from '../errors.ts'
import { jsonBody } from '../http/api-request.ts'
import { type Call, ok, type Route } from '../http/route.ts'
import type { JsonObject } from '../json.ts'
import { normalizeBody } from '../schema/validate.ts'
import { rowsOf, writeRows } from '../values/write-values.ts'
import { open, refusing } from './open.ts'
import { type Echo, echoed, echoOf, inputOption } from './write-options.ts'
import { totalsOf } from './write-totals.ts'

function checkedRange(body: JsonObject, range: string): void {
  if (typeof body.range !== 'string' || body.range === range) return
  throw invalidArgument(`Requested range ${range} does not match the range of the body, ${body.range}`)
}

function update(call: Call, id: string, range: string) {
  const opened = open(call, id, 'write')
  const { spreadsheet, caller } = opened
  const option = inputOption(call.request.query.get('valueInputOption'))
  const body = normalizeBody('ValueRange', jsonBody(call.request)) as JsonObject
  checkedRange(body, range)
  const rows = rowsOf(body, 'data.values')
  const written = refusing(() =>
    spreadsheet.edit(() => writeRows(spreadsheet, parseRange(range, spreadsheet), rows, option, caller)),
  )
  return ok(echoed(opened, written, range, echoOf(call.request.query)))
}

interface BatchBody extends Echo {
  readonly valueInputOption?: string
  readonly data?: readonly (JsonObject & { readonly range?: string; readonly dataFilter?: JsonObject })[]
}

function batchUpdate(call: Call, id: string) {
  const opened = open(call, id, 'write')
  const { spreadsheet, caller } = opened
  const body = normalizeBody('BatchUpdateValuesRequest', jsonBody(call.request)) as BatchBody
  const option = inputOption(body.valueInputOption)
  const write = () =>
    (body.data ?? []).map((entry, index) => {
      const rows = rowsOf(entry, `data[${index}].values`)
      const range = entry.range ?? ''
      return refusing(
        () => ({ range, written: writeRows(spreadsheet, parseRange(range, spreadsheet), rows, option, caller) }),
        `Invalid data[${index}]: `,
      )
    })
  const all = refusing(() => spreadsheet.edit(write))
  const answers = all.map(({ range, written }) => echoed(opened, written, range, body))
  return ok({
    spreadsheetId: id,
    ...totalsOf(all.map(({ range, written }) => ({ title: parseRange(range, spreadsheet).sheet.title, written }))),
    ...(answers.length > 0 && { responses: answers }),
  })
}

export const VALUES_UPDATE: readonly Route[] = [
  {
    method: 'PUT',
    path: /^\/v4\/spreadsheets\/([^/:]+)\/values\/(.+)$/,
    kind: 'write',
    answers: 'UpdateValuesResponse',
    handle: update,
  },
  {
    method: 'POST',
    path: /^\/v4\/spreadsheets\/([^/:]+)\/values:batchUpdate$/,
    kind: 'write',
    answers: 'BatchUpdateValuesResponse',
    handle: batchUpdate,
  },
]
