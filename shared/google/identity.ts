import { compactVerify, createRemoteJWKSet, decodeJwt, decodeProtectedHeader, errors, type JWTVerifyGetKey } from 'jose'
import { Failure } from '../errors.ts'
import { checkClaims, type Identity } from './claims.ts'

const GOOGLE_KEYS = 'https://www.googleapis.com/oauth2/v3/certs'

/** What Cloud Run puts in the place of a signature that it has checked: no one else can check it then. */
const SIGNATURE_REMOVED = '.SIGNATURE_REMOVED_BY_GOOGLE'

/** Google's tokens are about a kilobyte. */
const MOST_CHARACTERS = 8_192

export interface IdentityOptions {
  audience: readonly string[]
  keysUrl: string | undefined
  front: 'cloud-run' | undefined
  now(): Date
}

/**
 * A check of Google-signed identity tokens: RS256 under one of Google's keys, then every claim. Throws Failure: `unauthenticated` for
 * a bad token, `not-allowed` for one without a verified address, `unavailable` when the keys can't be had.
 */
export function openIdentityCheck({ audience, keysUrl, front, now }: IdentityOptions): (token: string) => Promise<Identity> {
  let keys: JWTVerifyGetKey | undefined
  return async (token) => {
    if (token.length > MOST_CHARACTERS) throw new Failure('unauthenticated')
    if (front === 'cloud-run' && token.endsWith(SIGNATURE_REMOVED))
      return checkClaims(unsignedClaims(token), audience, now(), false)
    // Fetched when first needed, kept an hour, and asked for at most every 30 s whatever key a token names.
    keys ??= createRemoteJWKSet(new URL(keysUrl ?? GOOGLE_KEYS), {
      timeoutDuration: 5_000,
      cooldownDuration: 30_000,
      cacheMaxAge: 3_600_000,
    })
    return checkClaims(await signedClaims(token, keys), audience, now(), true)
  }
}

async function signedClaims(token: string, keys: JWTVerifyGetKey): Promise<unknown> {
  try {
    const { payload } = await compactVerify(token, keys, { algorithms: ['RS256'] })
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload))
  } catch (thrown) {
    throw new Failure(isKeysTrouble(thrown) ? 'unavailable' : 'unauthenticated', {}, { cause: thrown })
  }
}

/** The library throws its base class for keys that were answered with another status than 200. */
const isKeysTrouble = (thrown: unknown): boolean =>
  thrown instanceof errors.JWKSTimeout ||
  thrown instanceof errors.JWKSInvalid ||
  (thrown instanceof errors.JOSEError && thrown.code === 'ERR_JOSE_GENERIC') ||
  (thrown instanceof TypeError && /fetch/.test(thrown.message))

function unsignedClaims(token: string): unknown {
  try {
    if (decodeProtectedHeader(token).alg !== 'RS256') throw new Failure('unauthenticated')
    return decodeJwt(token)
  } catch (thrown) {
    throw new Failure('unauthenticated', {}, { cause: thrown })
  }
}
