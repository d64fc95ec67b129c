import { type County, type CountyOptions, startCounty } from './county.ts'
import { buildFunction, type FunctionProcess, startFunction } from './function-process.ts'
import { ADMINISTRATOR, AUDIENCE, type GoogleKeys, SCHEDULER, STAFF, startGoogleKeys } from './google-keys.ts'

/** A built function as it is deployed: emulated Google with a county's workbook, sign-in under keys of our own. */
export interface DeployedFunction {
  county: County
  keys: GoogleKeys
  environment: Record<string, string>
  /** Another instance of the same service. */
  start(environment?: Record<string, string>): Promise<FunctionProcess>
  close(): Promise<void>
}

export const deployRecalculate = (options: CountyOptions = {}): Promise<DeployedFunction> =>
  deployFunction('recalculate', options)

export async function deployFunction(name: string, options: CountyOptions = {}): Promise<DeployedFunction> {
  const [county, keys, { script, remove }] = await Promise.all([
    startCounty({ language: 'en', ...options }),
    startGoogleKeys(),
    buildFunction(`functions/${name}/index.ts`),
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
      const process = await startFunction(script, { ...environment, ...more }, name)
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
