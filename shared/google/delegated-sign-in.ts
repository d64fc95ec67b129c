import { iamcredentials_v1 } from 'googleapis/build/src/apis/iamcredentials/v1.js'
import { auth } from 'googleapis/build/src/apis/sheets/index.js'
import { Failure } from '../errors.ts'
import type { GoogleAccess } from './sign-in.ts'

/** What the service account itself must be allowed to ask for, so that IAM signs for it. */
export const SIGNING_SCOPES = ['https://www.googleapis.com/auth/cloud-platform'] as const

const TOKEN_URL = 'https://oauth2.googleapis.com/token'
const GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer'
const LIFETIME_S = 3600
const TIMEOUT_MS = 20_000

export interface Delegation {
  /** Signed in as the service account, with SIGNING_SCOPES. */
  access: GoogleAccess
  serviceAccount: string
  /** Whose mailbox is used; an administrator of Workspace has allowed the account these scopes for the whole domain. */
  user: string
  scopes: readonly string[]
  now: () => Date
}

/**
 * Signs a service account in as a user. It has no key of its own on Google: IAM Credentials signs the claim (deployment.md, "Gmail
 * as a service account"). Needs roles/iam.serviceAccountTokenCreator on itself. A refusal is Failure `sign-in`.
 */
export function signInAs({ access, serviceAccount, user, scopes, now }: Delegation): GoogleAccess {
  const { rootUrl } = access
  const { projects } = new iamcredentials_v1.Iamcredentials(access)
  const client = new auth.OAuth2()

  client.refreshHandler = async () => {
    const iat = Math.floor(now().getTime() / 1000)
    const claims = { iss: serviceAccount, sub: user, scope: scopes.join(' '), aud: TOKEN_URL, iat, exp: iat + LIFETIME_S }
    const name = `projects/-/serviceAccounts/${serviceAccount}`
    const requestBody = { payload: JSON.stringify(claims) }
    const { data } = await projects.serviceAccounts.signJwt({ name, requestBody }, { retry: false, timeout: TIMEOUT_MS })
    const { token, lifetimeS } = await exchange(rootUrl ? `${rootUrl}token` : TOKEN_URL, data?.signedJwt ?? '')
    return { access_token: token, expiry_date: (iat + lifetimeS) * 1000 }
  }
  return { ...access, auth: client }
}

async function exchange(url: string, assertion: string): Promise<{ token: string; lifetimeS: number }> {
  const response = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: GRANT, assertion }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  if (response.status >= 500 || response.status === 429) throw new TokenUnavailable(response.status)
  const body = response.ok ? ((await response.json()) as { access_token?: unknown; expires_in?: unknown }) : {}
  if (typeof body.access_token !== 'string') throw new Failure('sign-in')
  return { token: body.access_token, lifetimeS: Number(body.expires_in) || 0 }
}

/** The token endpoint is down, which may pass; its status is read as that of any other call. */
class TokenUnavailable extends Error {
  readonly status: number

  constructor(status: number) {
    super('token endpoint')
    this.status = status
  }
}
