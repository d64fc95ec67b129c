import { auth } from 'googleapis/build/src/apis/sheets/index.js'

/** All that the product asks of Google for spreadsheets; nothing of Drive beyond files that are shared with it (S20). */
const SPREADSHEET_SCOPES = ['https://www.googleapis.com/auth/spreadsheets'] as const

/** Asked for only where a bucket is configured. Which bucket the account may use is decided by its role there. */
export const STORAGE_SCOPES = ['https://www.googleapis.com/auth/devstorage.read_write'] as const

/**
 * Asked for only where mail leaves by Gmail. `gmail.compose` makes, reads and sends drafts, but reads nothing of Sent; telling
 * whether a message is there takes `gmail.metadata`, which shows headers and never a text (discovery document of Gmail v1,
 * methods messages.list and messages.get). A token with the latter may search nowhere and see no whole message.
 */
export const GMAIL_SCOPES = [
  'https://www.googleapis.com/auth/gmail.compose',
  'https://www.googleapis.com/auth/gmail.metadata',
] as const

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
