import { type County, type CountyOptions, startCounty } from './county.ts'
import { buildFunction, type FunctionProcess, startFunction } from './function-process.ts'
import { ADMINISTRATOR, AUDIENCE, type GoogleKeys, SCHEDULER, STAFF, startGoogleKeys } from './google-keys.ts'

/** The built `recalculate` as it is deployed: emulated Google with a county's workbook, sign-in under keys of our own. */
export interface DeployedFunction {
  county: County
  keys: GoogleKeys
  environment: Record<string, string>
  /** Another instance of the same service. */
  start(environment?: Record<string, string>): Promise<FunctionProcess>
  close(): Promise<void>
}

export async function deployRecalculate(options: CountyOptions = {}): Promise<DeployedFunction> {
  const [county, keys, { script, remove }] = await Promise.all([
    startCounty({ language: 'en', ...options }),
    startGoogleKeys(),
    buildFunction('functions/recalculate/index.ts'),
  ])
  const environment = {
    TALLYSHEET_SPREADSHEET_ID: county.spreadsheetId,
    TALLYSHEET_GOOGLE_URL: county.apis.url,
    TALLYSHEET_KEYS_URL: keys.url,
    TALLYSHEET_AUDIENCE: AUDIENCE,
    TALLYSHEET_SCHEDULER: SCHEDULER,
    TALLYSHEET_STAFF: `${STAFF}, Second.Clerk@bureau.example`,
    TALLYSHEET_ADMINISTRATORS: ADMINISTRATOR,
    TALLYSHEET_TODAY: county.today,
    TALLYSHEET_LANGUAGE: 'en',
  }
  const started: FunctionProcess[] = []
  return {
    county,
    keys,
    environment,
    start: async (more = {}) => {
      const process = await startFunction(script, { ...environment, ...more })
      started.push(process)
      return process
    },
    close: async () => {
      await Promise.all(started.map((each) => each.stop()))
      await Promise.all([county.close(), keys.close()])
      remove()
    },
  }
}
