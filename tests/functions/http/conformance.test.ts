import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { buildFunction, type FunctionProcess, startFunction } from '../../support/function-process.ts'
import { AUDIENCE, type GoogleKeys, STAFF, startGoogleKeys } from '../../support/google-keys.ts'

// What https://github.com/GoogleCloudPlatform/functions-framework-conformance (client/validate.go, start.go, concurrency.go) does with
// `-type http` and with `-validate-concurrency`, done here to our entry, built and started as a process. The tool itself is written in Go.
//
// Two of its habits don't fit this entry, by intention:
// - Its first versions sent the bare text PASS. Bodies here are JSON objects (security.md S08); the later ones send one, as below.
// - Its concurrency check wants 1,000 calls that each wait a second (10 in its first version) answered in twice the time of one. Cloud Run
//   gives an instance one call at a time here, calls that change the workbook run one after another, and a caller's thirty-first call at once
//   is refused with 429 (S24). What it is after holds nonetheless: the server hears new calls while one is under way, and ten equal calls
//   take the time of two, because nine share a run. That is counted in runs below, not in seconds.

const root = fileURLToPath(new URL('../../..', import.meta.url))

let folder: string
let built: Awaited<ReturnType<typeof buildFunction>>
let keys: GoogleKeys
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tallysheet-conformance-'))
  const entry = join(folder, 'entry.ts')
  // The tool's function writes the body that it got; told to wait, it does so until the file `go` is there.
  writeFileSync(
    entry,
    `import { appendFileSync, existsSync, writeFileSync } from 'node:fs'
     import { serveFunction } from ${JSON.stringify(join(root, 'functions/http/serve-function.ts'))}
     const handler = async ({ body }) => {
       appendFileSync(${JSON.stringify(join(folder, 'runs'))}, 'begun ')
       while ('data' in body && !existsSync(${JSON.stringify(join(folder, 'go'))})) await new Promise((resolve) => setTimeout(resolve, 5))
       writeFileSync(${JSON.stringify(join(folder, 'function_output.json'))}, JSON.stringify(body))
       appendFileSync(${JSON.stringify(join(folder, 'runs'))}, 'ended ')
       return { status: 200, body: {} }
     }
     serveFunction('write-http', { 'write-http': { may: ['staff', 'administrator'], handler } })`,
  )
  ;[built, keys] = await Promise.all([buildFunction(entry), startGoogleKeys()])
})
afterAll(async () => {
  await keys.close()
  built.remove()
  rmSync(folder, { recursive: true })
})

const UNCHECKED = { TALLYSHEET_GOOGLE_URL: 'http://127.0.0.1:1', TALLYSHEET_SPREADSHEET_ID: 'none' }

let running: FunctionProcess
const start = async (environment: Record<string, string> = {}) => {
  running = await startFunction(built.script, { ...UNCHECKED, ...environment })
}
beforeEach(() => {
  for (const name of ['go', 'runs', 'function_output.json']) rmSync(join(folder, name), { force: true })
})
afterEach(() => running?.stop())

const runs = () => (existsSync(join(folder, 'runs')) ? readFileSync(join(folder, 'runs'), 'utf8').trim().split(' ') : [])

/** Posts as the tool does: to the root, with no other header than Go's client sends. Tells when all is sent, and the status. */
function post(body: string, headers: Record<string, string> = {}) {
  const call = request({
    host: 'localhost',
    port: running.port,
    path: '/',
    method: 'POST',
    headers: {
      'user-agent': 'Go-http-client/1.1',
      'content-length': Buffer.byteLength(body),
      'content-type': 'application/json',
      'accept-encoding': 'gzip',
      ...headers,
    },
  })
  const status = once(call, 'response').then(([answer]) => {
    answer.resume()
    return answer.statusCode as number
  })
  const sent = new Promise<void>((resolve) => call.end(body, resolve))
  return { sent, status }
}

describe('-type http', () => {
  const SENT = '{"res":"PASS"}'
  const output = () => JSON.parse(readFileSync(join(folder, 'function_output.json'), 'utf8'))

  test('the function gets the body, and the answer is a success once it is done', async () => {
    await start()
    expect(await post(SENT).status).toBe(200)
    expect(output()).toEqual(JSON.parse(SENT))
  })

  test('so it does behind sign-in; without it, the function isn’t reached', async () => {
    await start({ TALLYSHEET_AUDIENCE: AUDIENCE, TALLYSHEET_STAFF: STAFF, TALLYSHEET_KEYS_URL: keys.url })
    expect(await post(SENT).status).toBe(401)
    expect(runs()).toEqual([])
    expect(await post(SENT, { authorization: `Bearer ${await keys.token(STAFF)}` }).status).toBe(200)
    expect(output()).toEqual(JSON.parse(SENT))
  })

  test('the bare text of its first versions is refused, not passed on', async () => {
    await start()
    expect(await post('PASS').status).toBe(400)
    expect(runs()).toEqual([])
  })
})

describe('-validate-concurrency', () => {
  const SENT = '{"data": "hello"}'
  const begun = () => vi.waitFor(() => expect(runs()).toEqual(['begun']), { timeout: 10_000 })
  /** A question asked after calls were sent is answered after they were heard. */
  const isHealthy = async () => (await fetch(running.url)).status === 200

  test('while a call is under way, the server hears others', async () => {
    await start()
    const call = post(SENT)
    await begun()
    expect(await isHealthy()).toBe(true)
    expect(await post('PASS').status).toBe(400)
    expect(runs()).toEqual(['begun'])
    writeFileSync(join(folder, 'go'), '')
    expect(await call.status).toBe(200)
  })

  test('ten calls at once are all answered, after two runs', async () => {
    await start()
    const first = post(SENT)
    await begun()
    const others = Array.from({ length: 9 }, () => post(SENT))
    await Promise.all(others.map(({ sent }) => sent))
    expect([await isHealthy(), await isHealthy()]).toEqual([true, true])
    writeFileSync(join(folder, 'go'), '')
    const statuses = await Promise.all([first, ...others].map(({ status }) => status))
    expect(statuses).toEqual(Array.from({ length: 10 }, () => 200))
    expect(runs()).toEqual(['begun', 'ended', 'begun', 'ended'])
  })

  test('ten calls at once that are told apart by their keys each get a run, one after another', async () => {
    await start()
    const calls = Array.from({ length: 10 }, (_, index) => post(SENT, { 'idempotency-key': `call-${index}` }))
    await begun()
    writeFileSync(join(folder, 'go'), '')
    expect(await Promise.all(calls.map(({ status }) => status))).toEqual(Array.from({ length: 10 }, () => 200))
    expect(runs()).toEqual(Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? 'begun' : 'ended')))
  })
})
