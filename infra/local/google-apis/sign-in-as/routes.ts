import { ApiError, sheetsError } from '../errors.ts'
import { jsonBody } from '../http/api-request.ts'
import { type Call, ok, type Route } from '../http/route.ts'
import { isObject, type JsonObject } from '../json.ts'

const GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer'
const AUDIENCE = 'https://oauth2.googleapis.com/token'
const LIFETIME_S = 3600

/** `signJwt` of IAM Credentials: a service account signs for itself only. */
function signJwt({ serviceAccounts, request }: Call, email: string) {
  if (!serviceAccounts.has(email) || request.email !== email) {
    throw sheetsError(403, "Permission 'iam.serviceAccounts.signJwt' denied on resource (or it may not exist).")
  }
  const body = jsonBody(request)
  const payload = isObject(body) ? body.payload : undefined
  if (typeof payload !== 'string' || !claimsOf(payload)) throw sheetsError(400, 'Request contains an invalid argument.')
  return ok({ keyId: 'emulated', signedJwt: serviceAccounts.sign(email, payload) })
}

/** The token endpoint: a signed claim to act as somebody becomes that person's access token. */
function token({ serviceAccounts, files, request }: Call) {
  const form = new URLSearchParams(request.text)
  if (form.get('grant_type') !== GRANT)
    throw refused(400, 'unsupported_grant_type', `Invalid grant_type: ${form.get('grant_type')}`)
  const jwt = form.get('assertion') ?? ''
  const claims = claimsOf(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString('utf8'))
  const { iss = '', sub = '', scope = '', aud, iat = 0, exp = 0 } = claims ?? {}
  if (!serviceAccounts.has(String(iss)) || !serviceAccounts.verify(String(iss), jwt)) {
    throw refused(400, 'invalid_grant', 'Invalid JWT Signature.')
  }
  const nowS = files.sources.now() / 1000
  if (aud !== AUDIENCE || Number(exp) <= nowS || Number(exp) - Number(iat) > LIFETIME_S) {
    throw refused(
      400,
      'invalid_grant',
      'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe.',
    )
  }
  if (!serviceAccounts.mayDelegate(String(iss), String(scope).split(' '))) {
    const why =
      'Client is unauthorized to retrieve access tokens using this method, or client not authorized for any of the scopes requested.'
    throw refused(401, 'unauthorized_client', why)
  }
  return ok({ access_token: `user:${sub}`, expires_in: LIFETIME_S - 1, token_type: 'Bearer' })
}

function claimsOf(text: string): JsonObject | undefined {
  try {
    const claims: unknown = JSON.parse(text)
    return isObject(claims) ? claims : undefined
  } catch {
    return undefined
  }
}

/** An error in the envelope of OAuth. */
function refused(status: number, error: string, description: string): ApiError {
  return new ApiError(status, description, { error, error_description: description })
}

export const SIGN_IN_AS: readonly Route[] = [
  { method: 'POST', path: /^\/v1\/projects\/-\/serviceAccounts\/([^/:]+):signJwt$/, kind: 'write', handle: signJwt },
  { method: 'POST', path: /^\/token$/, kind: 'write', handle: token },
]
