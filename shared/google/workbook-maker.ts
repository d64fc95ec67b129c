import { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js'
import { Failure } from '../errors.ts'
import type { WorkbookMaker } from '../ports.ts'
import { DEFAULT_POLICY, type Pacing, withRetry } from './retry.ts'
import type { GoogleAccess } from './sign-in.ts'
import { classifyTrouble, GarbledAnswer } from './trouble.ts'

/** Creates empty spreadsheets, owned by the account that is signed in. */
export function openWorkbookMaker(access: GoogleAccess, pacing: Pacing): WorkbookMaker {
  const sheets = new sheets_v4.Sheets(access)
  const create = (title: string, locale: string, timeZone: string): Promise<string> =>
    withRetry(
      async () => {
        const { data } = await sheets.spreadsheets.create(
          { fields: 'spreadsheetId', requestBody: { properties: { title, locale, timeZone } } },
          { retry: false, timeout: 60_000 },
        )
        if (!data?.spreadsheetId) throw new GarbledAnswer()
        return data.spreadsheetId
      },
      // A create whose answer was lost may leave a second, empty spreadsheet behind if repeated: then a person decides.
      (thrown) => {
        const trouble = classifyTrouble(thrown)
        return trouble.kind === 'unknown'
          ? { kind: 'final', failure: new Failure('unavailable', {}, { cause: thrown }) }
          : trouble
      },
      pacing,
      DEFAULT_POLICY,
    )
  return { create }
}
