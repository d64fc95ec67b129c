import { Failure } from '../errors.ts'

/** Who called. */
export interface Identity {
  /** Lower-cased and verified by Google. */
  email: string
  /** False where only Cloud Run has seen the token's signature. */
  signatureChecked: boolean
}

const ISSUERS: readonly unknown[] = ['https://accounts.google.com', 'accounts.google.com']

/** How far clocks may be apart. */
const TOLERANCE_SECONDS = 300

/** Google's identity tokens live an hour. */
const LONGEST_LIFE_SECONDS = 3_600 + TOLERANCE_SECONDS

/**
 * Whom the claims of a token stand for: issuer, audience and times must fit (`unauthenticated`), and Google must have verified the
 * address (`not-allowed`). security.md S02-S04.
 */
export function checkClaims(claims: unknown, audience: readonly string[], now: Date, signatureChecked: boolean): Identity {
  const { iss, aud, iat, nbf, exp, email, email_verified: verified } = (claims ?? {}) as Record<string, unknown>
  const seconds = now.getTime() / 1_000
  const isTimely =
    isTime(iat) &&
    isTime(exp) &&
    (nbf === undefined || isTime(nbf)) &&
    exp > seconds - TOLERANCE_SECONDS &&
    Math.max(iat, nbf ?? iat) <= seconds + TOLERANCE_SECONDS &&
    exp - iat <= LONGEST_LIFE_SECONDS
  if (!ISSUERS.includes(iss) || typeof aud !== 'string' || !audience.includes(aud) || !isTimely)
    throw new Failure('unauthenticated')
  if (verified !== true || typeof email !== 'string') throw new Failure('not-allowed')
  return { email: email.toLowerCase(), signatureChecked }
}

const isTime = (claim: unknown): claim is number => typeof claim === 'number' && Number.isFinite(claim)
