import { areasOfFilter } from '../data-filters.ts'
import { jsonBody } from '../http/api-request.ts'
import { type Call, ok, type Route } from '../http/route.ts'
import type { JsonObject } from '../json.ts'
import { normalizeBody } from '../schema/validate.ts'
import { rowsOf, type Written, writeRows } from '../values/write-values.ts'
import { open, refusing } from './open.ts'
import { inputOption } from './write-options.ts'
import { totalsOf } from './write-totals.ts'

interface Body {
  readonly valueInputOption?: string
  readonly data?: readonly (JsonObject & { readonly dataFilter?: JsonObject })[]
}

/** Writes values to every place that a filter selects. */
function batchUpdateByDataFilter(call: Call, id: string) {
  const { spreadsheet, caller } = open(call, id, 'write')
  const body = normalizeBody('BatchUpdateValuesByDataFilterRequest', jsonBody(call.request)) as Body
  const option = inputOption(body.valueInputOption)
  const write = () =>
    (body.data ?? []).flatMap((entry, index) => {
      const rows = rowsOf(entry, `data[${index}].values`)
      const dataFilter = entry.dataFilter ?? {}
      const place = () =>
        areasOfFilter(spreadsheet, dataFilter).map((named): { title: string; written: Written; dataFilter: JsonObject } => {
          const written = writeRows(spreadsheet, named, rows, option, caller)
          return { title: named.sheet.title, written, dataFilter }
        })
      return refusing(place, `Invalid data[${index}]: `)
    })
  const all = refusing(() => spreadsheet.edit(write))
  const responses = all.map(({ written, dataFilter }) => {
    const { spreadsheetId: _id, ...answer } = written.answer
    return { ...answer, dataFilter }
  })
  return ok({ spreadsheetId: id, ...totalsOf(all), ...(responses.length > 0 && { responses }) })
}

export const VALUES_UPDATE_BY_FILTER: Route = {
  method: 'POST',
  path: /^\/v4\/spreadsheets\/([^/:]+)\/values:batchUpdateByDataFilter$/,
  kind: 'write',
  answers: 'BatchUpdateValuesByDataFilterResponse',
  handle: batchUpdateByDataFilter,
}
