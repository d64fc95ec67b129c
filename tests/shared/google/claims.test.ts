import { describe, expect, test } from 'vitest'
import type { Failure } from '../../../shared/errors.ts'
import { checkClaims } from '../../../shared/google/claims.ts'
import { AUDIENCE, claimsOf, STAFF } from '../../support/google-keys.ts'

// security.md S02-S04 on a clock that stands still.

const NOW = 1_750_000_000
const outcome = (changes: Record<string, unknown>, audience: readonly string[] = [AUDIENCE]): string => {
  try {
    return checkClaims({ ...claimsOf(STAFF, NOW), ...changes }, audience, new Date(NOW * 1_000), true).email
  } catch (thrown) {
    return (thrown as Failure).code
  }
}

describe('each edge of the times', () => {
  test.each([
    ['expired 299 s ago', { iat: NOW - 3_000, exp: NOW - 299 }, STAFF],
    ['expired 300 s ago', { iat: NOW - 3_000, exp: NOW - 300 }, 'unauthenticated'],
    ['valid in 300 s', { nbf: NOW + 300 }, STAFF],
    ['valid in 301 s', { nbf: NOW + 301 }, 'unauthenticated'],
    ['made in 300 s', { iat: NOW + 300 }, STAFF],
    ['made in 301 s', { iat: NOW + 301 }, 'unauthenticated'],
    ['a life of 65 minutes', { exp: NOW + 3_900 }, STAFF],
    ['a second more', { exp: NOW + 3_901 }, 'unauthenticated'],
    ['25 hours', { exp: NOW + 90_000 }, 'unauthenticated'],
    ['expiry as text', { exp: String(NOW + 60) }, 'unauthenticated'],
    ['expiry without end', { exp: Number.POSITIVE_INFINITY }, 'unauthenticated'],
    ['no time of making', { iat: undefined }, 'unauthenticated'],
    ['not-before as text', { nbf: 'now' }, 'unauthenticated'],
  ])('%s', (_name, changes, expected) => expect(outcome(changes)).toBe(expected))
})

test('without an audience nobody is let in', () => {
  expect(outcome({}, [])).toBe('unauthenticated')
  expect(outcome({ aud: undefined }, [])).toBe('unauthenticated')
  expect(outcome({ aud: '' }, [AUDIENCE])).toBe('unauthenticated')
})

test('either form of Google’s issuer, and no other', () => {
  expect(outcome({ iss: 'accounts.google.com' })).toBe(STAFF)
  for (const iss of ['https://accounts.google.com/', 'http://accounts.google.com', 'https://securetoken.google.com/p', undefined])
    expect(outcome({ iss })).toBe('unauthenticated')
})

test('an address counts only when verified, lower-cased', () => {
  expect(outcome({ email: 'Clerk@Bureau.Example' })).toBe('clerk@bureau.example')
  for (const changes of [{ email_verified: false }, { email_verified: 1 }, { email_verified: undefined }, { email: 7 }])
    expect(outcome(changes)).toBe('not-allowed')
})

test.each([null, undefined, 'text', 7, []])('claims that are no claims: %j', (claims) => {
  expect(() => checkClaims(claims, [AUDIENCE], new Date(NOW * 1_000), true)).toThrow('unauthenticated')
})
