import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DeployedFunction, deployRecalculate } from '../../support/deployed-function.ts'
import type { FunctionProcess } from '../../support/function-process.ts'
import { ADMINISTRATOR, claimsOf, SCHEDULER, STAFF, secondsNow } from '../../support/google-keys.ts'

// security.md S01-S05, S07, S17: the built function as a process, Google emulated.

let deployed: DeployedFunction
let running: FunctionProcess
beforeAll(async () => {
  deployed = await deployRecalculate()
  running = await deployed.start({ TALLYSHEET_SMTP_PASSWORD: 'canary-password' })
})
afterAll(() => deployed?.close())

const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url')
const unsigned = (header: object, email = STAFF) => `${encode(header)}.${encode(claimsOf(email))}.`
const requests = () => deployed.county.apis.requests.entries.length

describe('S01-S03: no good identity gets the same 401 and no work', () => {
  const CASES: [string, () => Promise<string | undefined> | string | undefined][] = [
    ['none', () => undefined],
    ['no token at all', () => 'rubbish'],
    ['three parts of rubbish', () => 'a.b.c'],
    ['alg none', () => unsigned({ alg: 'none' })],
    ['alg None', () => unsigned({ alg: 'None', kid: 'one' })],
    [
      'HS256 under the public key',
      () => {
        const signed = unsigned({ alg: 'HS256', kid: 'one' }).slice(0, -1)
        return `${signed}.${createHmac('sha256', deployed.keys.publicPem).update(signed).digest('base64url')}`
      },
    ],
    ['a signature cut off', async () => (await deployed.keys.token(STAFF)).slice(0, -8)],
    [
      'claims changed after signing',
      async () => {
        const [header, , signature] = (await deployed.keys.token('nobody@bureau.example')).split('.')
        return `${header}.${encode(claimsOf(STAFF))}.${signature}`
      },
    ],
    [
      'a signature that Cloud Run removed, where none stands in front',
      () => `${unsigned({ alg: 'RS256' }, SCHEDULER)}SIGNATURE_REMOVED_BY_GOOGLE`,
    ],
    ['an unknown key', () => `${encode({ alg: 'RS256', kid: 'two' })}.${encode(claimsOf(STAFF))}.AAAA`],
    ['9 kB of token', () => 'a'.repeat(9_000)],
    ['another audience', () => deployed.keys.token(STAFF, { aud: 'https://other.a.run.app' })],
    ['an audience that begins alike', () => deployed.keys.token(STAFF, { aud: 'https://recalculate-abc.a.run.app.evil.com' })],
    ['no audience', () => deployed.keys.token(STAFF, { aud: undefined })],
    ['several audiences', () => deployed.keys.token(STAFF, { aud: ['https://recalculate-abc.a.run.app', 'x'] })],
    ['another issuer', () => deployed.keys.token(STAFF, { iss: 'https://accounts.google.com.evil.com' })],
    ['expired', () => deployed.keys.token(STAFF, { iat: secondsNow() - 4_000, exp: secondsNow() - 400 })],
    ['not yet valid', () => deployed.keys.token(STAFF, { nbf: secondsNow() + 400 })],
    ['a life of 25 hours', () => deployed.keys.token(STAFF, { exp: secondsNow() + 90_000 })],
    ['no expiry', () => deployed.keys.token(STAFF, { exp: undefined })],
  ]
  const EXPECTED = {
    error: {
      code: 'unauthenticated',
      message: 'No valid identity came with this call.',
      hint: 'Send a Google identity token for this service, the same one in Authorization and in X-Serverless-Authorization.',
    },
  }
  test.each(CASES)('%s', async (_name, token) => {
    const before = requests()
    const sent = await token()
    const { status, headers, json } = await running.call(sent, { reason: 'x' })
    expect([status, headers.get('www-authenticate'), json]).toEqual([401, 'Bearer', EXPECTED])
    expect(requests()).toBe(before)
    if (sent) expect(running.output()).not.toContain(sent)
  })

  test('another scheme, a token in the address, in the body', async () => {
    const token = await deployed.keys.token(STAFF)
    for (const authorization of [`Basic ${token}`, `Bearer  ${token}`, `Bearer ${token} x`, token])
      expect((await running.call(undefined, {}, { authorization })).status).toBe(401)
    expect((await fetch(`${running.url}/recalculate?access_token=${token}`, { method: 'POST' })).status).toBe(401)
  })

  test('unknown keys are asked for once, not with every token', () => {
    expect(deployed.keys.fetched()).toBe(1)
  })
})

describe('S04: a good token of somebody else gets 403', () => {
  test.each([
    ['not verified', STAFF, { email_verified: false }],
    ['verified by a word', STAFF, { email_verified: 'true' }],
    ['no address', STAFF, { email: undefined }],
    ['a stranger', 'stranger@bureau.example', {}],
    ['another project’s account', 'scheduler@other.iam.gserviceaccount.com', {}],
    ['a longer domain', `${STAFF}.evil.com`, {}],
    ['a plus tag', 'clerk+x@bureau.example', {}],
    ['another letter that looks alike', 'clеrk@bureau.example', {}],
    ['two addresses in one', `${STAFF},${ADMINISTRATOR}`, {}],
  ])('%s', async (_name, email, changes) => {
    const before = requests()
    const { status, json } = await running.call(await deployed.keys.token(email, changes), {})
    expect([status, json.error.code]).toEqual([403, 'not-allowed'])
    expect(requests()).toBe(before)
  })
})

test('S05: every role may recalculate; upper case makes no other address', async () => {
  for (const email of [SCHEDULER, STAFF, ADMINISTRATOR, 'CLERK@Bureau.example', 'second.clerk@bureau.example']) {
    const { status, json } = await running.call(await deployed.keys.token(email), {})
    expect([status, json.run.asOf]).toEqual([200, deployed.county.today])
  }
  const runs = await deployed.county.show('runs')
  expect(runs.slice(1, 6).map((row) => row[3])).toEqual(['second.clerk@bureau.example', STAFF, ADMINISTRATOR, STAFF, 'schedule'])
})

test('S07: the schedule’s headers count only from the schedule', async () => {
  const headers = {
    'x-cloudscheduler': 'true',
    'x-cloudscheduler-jobname': 'recalculate',
    'x-cloudscheduler-scheduletime': new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString(),
  }
  const ids = async (email: string, times: number) => {
    const token = await deployed.keys.token(email)
    const calls = []
    for (let time = 0; time < times; time++) calls.push((await running.call(token, {}, headers)).json.run.id)
    return new Set(calls).size
  }
  expect(await ids(STAFF, 2)).toBe(2)
  expect(await ids(SCHEDULER, 3)).toBe(1)
  expect(await ids(STAFF, 1)).toBe(1)
})

test('behind Cloud Run: a token without its signature is the schedule’s, or nobody’s', async () => {
  const behind = await deployed.start({ TALLYSHEET_FRONT: 'cloud-run' })
  const removed = (email: string, changes: object = {}) =>
    `${encode({ alg: 'RS256' })}.${encode({ ...claimsOf(email), ...changes })}.SIGNATURE_REMOVED_BY_GOOGLE`
  const statusOf = async (token: string) => (await behind.call(token, {})).status
  expect(await statusOf(removed(SCHEDULER))).toBe(200)
  expect(await statusOf(removed(STAFF))).toBe(401)
  expect(await statusOf(removed(ADMINISTRATOR))).toBe(401)
  expect(await statusOf(removed('stranger@bureau.example'))).toBe(401)
  expect(await statusOf(removed(SCHEDULER, { aud: 'x' }))).toBe(401)
  expect(await statusOf(removed(SCHEDULER, { exp: 1 }))).toBe(401)
  expect(await statusOf(await deployed.keys.token(STAFF))).toBe(200)
})

test('Google’s keys can’t be had: 503, so that the schedule tries again', async () => {
  deployed.keys.status.value = 500
  const fresh = await deployed.start()
  const { status, json } = await fresh.call(await deployed.keys.token(STAFF), {})
  deployed.keys.status.value = 200
  expect([status, json.error.code]).toEqual([503, 'unavailable'])
  expect((await fresh.call(await deployed.keys.token(STAFF), {})).status).toBe(200)
})

test('S17, S19: no address, no token and no secret in what was logged', () => {
  expect(running.lines().length).toBeGreaterThan(20)
  expect(running.output()).not.toMatch(/bureau\.example|gserviceaccount|eyJ|Bearer|canary/i)
})
