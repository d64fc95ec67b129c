import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose'

export const AUDIENCE = 'https://recalculate-abc.a.run.app'
export const SCHEDULER = 'scheduler@project.iam.gserviceaccount.com'
export const STAFF = 'clerk@bureau.example'
export const ADMINISTRATOR = 'head@bureau.example'

/** Google's sign-in in small: keys of our own, served where a function is told to look for them, and tokens under them. */
export interface GoogleKeys {
  url: string
  /** How often the keys were fetched. */
  fetched(): number
  /** Claims of a good token, changed as told; undefined takes a claim away. */
  token(email: string, changes?: Record<string, unknown>): Promise<string>
  /** The public key as PEM, with which a forger would sign by HMAC. */
  publicPem: string
  status: { value: number }
  close(): Promise<void>
}

export const secondsNow = (): number => Math.floor(Date.now() / 1_000)

/** The claims of a token as Google makes them. */
export const claimsOf = (email: string, now = secondsNow()): Record<string, unknown> => ({
  iss: 'https://accounts.google.com',
  aud: AUDIENCE,
  sub: '117',
  email,
  email_verified: true,
  iat: now,
  exp: now + 3_600,
})

export async function startGoogleKeys(): Promise<GoogleKeys> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }
  let fetched = 0
  const status = { value: 200 }
  const server = createServer((_request, response) => {
    fetched++
    response.writeHead(status.value, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: [jwk] }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/oauth2/v3/certs`,
    fetched: () => fetched,
    token: (email, changes = {}) =>
      new SignJWT({ ...claimsOf(email), ...changes }).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(privateKey),
    publicPem: await exportSPKI(publicKey),
    status,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
