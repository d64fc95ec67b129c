import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Failure } from '../../../shared/errors.ts'
import { DEFAULT_POLICY } from '../../../shared/google/retry.ts'
import { signIn } from '../../../shared/google/sign-in.ts'
import { openWorkbook } from '../../../shared/google/workbook.ts'
import { type County, startCounty } from '../../support/county.ts'
import { madePacing } from '../../support/made-pacing.ts'

// Application default credentials as on Cloud Run: a metadata server hands out tokens (faults.md F31, F32; security.md S20).

let county: County
let server: Server
let asked: URL[]
/** What the metadata server answers to the next questions for a token; then good tokens. */
let troubles: { status: number; body: unknown }[]
let lifeSeconds: number

beforeEach(async () => {
  county = await startCounty()
  asked = []
  troubles = []
  lifeSeconds = 3_600
  server = createServer((request, response) => {
    const url = new URL(request.url!, 'http://metadata')
    const isToken = url.pathname.endsWith('/token')
    if (isToken) asked.push(url)
    const trouble = isToken ? troubles.shift() : undefined
    const good = { access_token: 'user:tallysheet@example.test', expires_in: lifeSeconds, token_type: 'Bearer' }
    response
      .writeHead(trouble?.status ?? 200, { 'metadata-flavor': 'Google', 'content-type': 'application/json' })
      .end(JSON.stringify(trouble?.body ?? (isToken ? good : {})))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  vi.stubEnv('GCE_METADATA_HOST', `127.0.0.1:${(server.address() as AddressInfo).port}`)
  vi.stubEnv('METADATA_SERVER_DETECTION', 'assume-present')
  vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', '')
  vi.stubEnv('CLOUDSDK_CONFIG', '/nonexistent')
})
afterEach(async () => {
  vi.unstubAllEnvs()
  server.closeAllConnections()
  server.close()
  await county.close()
})

const open = () =>
  openWorkbook({
    access: signIn(county.apis.url, false),
    spreadsheetId: county.spreadsheetId,
    pacing: madePacing(),
    policy: DEFAULT_POLICY,
  })

test('S20: exactly the spreadsheets’ scope is asked for', async () => {
  await open().structure()
  expect(asked.map((url) => url.searchParams.get('scopes'))).toEqual(['https://www.googleapis.com/auth/spreadsheets'])
})

test('F32: a token near its end is renewed, a good one kept', async () => {
  const workbook = open()
  await workbook.structure()
  await workbook.structure()
  expect(asked).toHaveLength(1)
  lifeSeconds = 10
  const shortLived = open()
  await shortLived.structure()
  await shortLived.structure()
  expect(asked).toHaveLength(3)
})

describe('F31', () => {
  test('503 of the metadata server is waited out', async () => {
    troubles = [
      { status: 503, body: {} },
      { status: 503, body: {} },
    ]
    expect((await open().structure()).spreadsheetId).toBe(county.spreadsheetId)
  })
  test('invalid_grant is final, and told without what the library says', async () => {
    troubles = Array.from({ length: 9 }, () => ({
      status: 400,
      body: { error: 'invalid_grant', error_description: 'canary ya29.x' },
    }))
    const failure = (await open()
      .structure()
      .catch((thrown: unknown) => thrown)) as Failure
    expect(failure.code).toBe('sign-in')
    expect(failure.message).not.toContain('canary')
    expect(asked).toHaveLength(1)
  })
})
