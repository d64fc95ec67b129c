import { parseRange } from '../a1.ts'
import { badRequest, invalidArgument } from '../errors.ts'
import { choice, flag } from '../http/api-request.ts'
import type { JsonObject } from '../json.ts'
import { type Rendering, valueRange } from '../values/read-values.ts'
import type { InputOption, Written } from '../values/write-values.ts'
import type { Opened } from './open.ts'

/** The option, which must be given. */
export function inputOption(given: string | null | undefined): InputOption {
  if (given === 'RAW' || given === 'USER_ENTERED') return given
  if (!given) throw invalidArgument("'valueInputOption' is required but not specified")
  const message = `Invalid value at 'value_input_option' (type.googleapis.com/google.apps.sheets.v4.ValueInputOption), "${given}"`
  throw badRequest(message, [{ field: 'value_input_option', description: message }])
}

/** Whether and how a write answers the values that it left. */
export interface Echo {
  readonly includeValuesInResponse?: boolean
  readonly responseValueRenderOption?: Rendering['valueRenderOption']
  readonly responseDateTimeRenderOption?: Rendering['dateTimeRenderOption']
}

/** The query in the shape of a body's options. */
export function echoOf(query: URLSearchParams): Echo {
  return {
    includeValuesInResponse: flag(query, 'includeValuesInResponse'),
    responseValueRenderOption: choice(
      query,
      'responseValueRenderOption',
      ['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA'],
      'FORMATTED_VALUE',
    ),
    responseDateTimeRenderOption: choice(
      query,
      'responseDateTimeRenderOption',
      ['SERIAL_NUMBER', 'FORMATTED_STRING'],
      'SERIAL_NUMBER',
    ),
  }
}

/** The answer to a write, with the values as they now are when the caller wants to see them. */
export function echoed({ spreadsheet }: Opened, written: Written, range: string, echo: Echo): JsonObject {
  if (!echo.includeValuesInResponse) return written.answer
  const { sheet } = parseRange(range, spreadsheet)
  const updatedData = valueRange(spreadsheet, sheet, written.area, {
    majorDimension: 'ROWS',
    valueRenderOption: echo.responseValueRenderOption ?? 'FORMATTED_VALUE',
    dateTimeRenderOption: echo.responseDateTimeRenderOption ?? 'SERIAL_NUMBER',
  })
  return { ...written.answer, updatedData }
}
