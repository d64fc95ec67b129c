import { auth } from 'googleapis/build/src/apis/sheets/index.js'

/** All that the product asks of Google for spreadsheets; nothing of Drive beyond files that are shared with it (S20). */
const SPREADSHEET_SCOPES = ['https://www.googleapis.com/auth/spreadsheets'] as const

/** Where Google's APIs are and how to sign in: application default credentials on Google, a plain token for an emulator. */
export interface GoogleAccess {
  /** Origin with a trailing slash; undefined is Google itself. */
  rootUrl?: string
  auth: InstanceType<typeof auth.GoogleAuth> | InstanceType<typeof auth.OAuth2>
}

/** Application default credentials; an emulator gets a made-up token instead, and no real one ever. */
export function signIn(
  origin: string | undefined,
  emulated: boolean,
  scopes: readonly string[] = SPREADSHEET_SCOPES,
): GoogleAccess {
  const rootUrl = origin === undefined ? {} : { rootUrl: origin.endsWith('/') ? origin : `${origin}/` }
  if (!emulated) return { ...rootUrl, auth: new auth.GoogleAuth({ scopes: [...scopes] }) }
  const client = new auth.OAuth2()
  client.setCredentials({ access_token: 'user:tallysheet@example.test' })
  return { ...rootUrl, auth: client }
}
