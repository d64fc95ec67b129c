import { parseRange } from '../a1.ts'
import { choice, jsonBody } from '../http/api-request.ts'
import { type Call, ok, type Route } from '../http/route.ts'
import type { JsonObject } from '../json.ts'
import { normalizeBody } from '../schema/validate.ts'
import { appendAnswer, appendRows } from '../values/append-values.ts'
import { rowsOf } from '../values/write-values.ts'
import { open, refusing } from './open.ts'
import { echoed, echoOf, inputOption } from './write-options.ts'

function append(call: Call, id: string, range: string) {
  const opened = open(call, id, 'write')
  const { spreadsheet, caller } = opened
  const { query } = call.request
  const input = inputOption(query.get('valueInputOption'))
  const insertRows = choice(query, 'insertDataOption', ['OVERWRITE', 'INSERT_ROWS'], 'OVERWRITE') === 'INSERT_ROWS'
  const rows = rowsOf(normalizeBody('ValueRange', jsonBody(call.request)) as JsonObject, 'data.values')
  const written = refusing(() =>
    spreadsheet.edit(() => appendRows(spreadsheet, parseRange(range, spreadsheet), rows, { input, insertRows, caller })),
  )
  return ok({ ...appendAnswer(id, written), updates: echoed(opened, written, range, echoOf(query)) })
}

export const VALUES_APPEND: readonly Route[] = [
  {
    method: 'POST',
    path: /^\/v4\/spreadsheets\/([^/:]+)\/values\/(.+):append$/,
    kind: 'write',
    answers: 'AppendValuesResponse',
    handle: append,
  },
]
