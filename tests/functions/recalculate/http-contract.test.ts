import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type DeployedFunction, deployRecalculate } from '../../support/deployed-function.ts'
import type { FunctionProcess } from '../../support/function-process.ts'
import { STAFF } from '../../support/google-keys.ts'

// command-line.md "HTTP", security.md S08, and what functions-framework's contract says of HTTP functions.

let deployed: DeployedFunction
let running: FunctionProcess
let token: string
beforeAll(async () => {
  deployed = await deployRecalculate()
  running = await deployed.start()
  token = await deployed.keys.token(STAFF)
})
afterAll(() => deployed?.close())

const post = async (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${running.url}/recalculate`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, ...headers },
    body,
  })
  return { status: answer.status, json: (await answer.json()) as { error: { code: string } } }
}

describe('S08: bodies', () => {
  test.each([
    ['two names', '{"reason":"a","reason":"b"}'],
    ['__proto__', '{"__proto__":{"reason":"a"}}'],
    ['100,000 levels', '['.repeat(100_000)],
    ['not JSON', 'asOf=2025-01-01'],
    ['not an object', '[1]'],
    ['not UTF-8', new Uint8Array([0x7b, 0xff, 0x7d])],
  ])('%s: 400', async (_name, body) => {
    const { status, json } = await post(body)
    expect([status, json.error.code]).toEqual([400, 'not-json'])
  })
  test.each([
    ['an unknown field', { figure: 1 }],
    ['no day', { asOf: '2025-02-30' }],
    ['a day that isn’t text', { asOf: { $gt: '' } }],
    ['a long reason', { reason: 'x'.repeat(201) }],
  ])('%s: 400', async (_name, body) => {
    const { status, json } = await running.call(token, body)
    expect([status, json.error.code]).toEqual([400, 'wrong-usage'])
  })
  test('compressed: 400', async () => {
    expect((await post('{}', { 'content-encoding': 'gzip' })).status).toBe(400)
  })
  test('as a form or as plain text, nothing is parsed otherwise', async () => {
    expect((await post('reason=x', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(400)
    expect((await post('{"reason":"as text"}', { 'content-type': 'text/plain' })).status).toBe(200)
  })
  test('33 MB announced: 413 without waiting for them; 256 kB and a byte, unannounced: 413', async () => {
    expect(
      await raw(`POST /recalculate HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\ncontent-length: 34603008\r\n\r\n`),
    ).toMatch(/^HTTP\/1\.1 413 .*"code":"body-too-large"/s)
    expect((await post('x'.repeat(256 * 1024 + 1))).status).toBe(413)
    const chunk = 'x'.repeat(64 * 1024)
    const stream = new ReadableStream({
      start: (controller) => {
        for (let part = 0; part < 6; part++) controller.enqueue(new TextEncoder().encode(chunk))
        controller.close()
      },
    })
    const answer = await fetch(running.url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: stream,
      duplex: 'half',
    } as RequestInit)
    expect(answer.status).toBe(413)
  })
  test('a body that never ends: 408', async () => {
    const answer = await raw(
      `POST /recalculate HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\ncontent-length: 20\r\n\r\n{"reason":`,
    )
    expect(answer).toMatch(/^HTTP\/1\.1 408 .*"code":"body-slow"/s)
  }, 20_000)
  test('nothing was polluted and the process goes on', async () => {
    expect((await running.call(token, {})).status).toBe(200)
  })
})

/** Sends the text and gives all that comes back until the line is closed. */
async function raw(text: string): Promise<string> {
  const socket = connect(running.port, '127.0.0.1')
  socket.write(text)
  let answer = ''
  socket.on('data', (part) => {
    answer += part
  })
  await once(socket, 'close')
  return answer
}

describe('addresses and methods', () => {
  test.each([
    ['GET', '/', 200],
    ['HEAD', '/', 200],
    ['GET', '/healthz', 200],
    ['GET', '/recalculate', 405],
    ['PUT', '/recalculate', 405],
    ['DELETE', '/', 405],
    ['OPTIONS', '/recalculate', 405],
    ['POST', '/healthz', 404],
    ['POST', '/send-digest', 404],
    ['POST', '/recalculate/', 404],
    ['GET', '/check', 405],
    ['POST', '/check/', 404],
    ['POST', '/Check', 404],
    ['POST', '/constructor', 404],
    ['GET', '/favicon.ico', 404],
    ['GET', '/robots.txt', 404],
    ['POST', '//recalculate', 404],
    ['POST', '/recalculate%00', 404],
  ])('%s %s: %i, before anybody is asked for a token', async (method, path, status) => {
    const before = deployed.county.apis.requests.entries.length
    const answer = await fetch(`${running.url}${path}`, { method })
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
    if (status === 405) expect(answer.headers.get('allow')).toBe('POST')
    expect(deployed.county.apis.requests.entries.length).toBe(before)
  })

  test('POST at the service’s root is the function too, with a query or without', async () => {
    for (const path of ['/', '/?x=1', '/recalculate?x=1']) {
      const answer = await fetch(`${running.url}${path}`, { method: 'POST', headers: { authorization: `Bearer ${token}` } })
      expect([path, answer.status]).toEqual([path, 200])
    }
  })
})

test('an error of Google: 502, in both parts, with nothing of Google’s own text', async () => {
  deployed.county.apis.faults.add({ on: 'any', times: 1, effect: { kind: 'status', status: 403 } })
  const { status, json } = await running.call(token, {})
  expect([status, Object.keys(json.error)]).toEqual([502, ['code', 'message', 'hint']])
  expect(json.error.code).toBe('not-shared')
})

test('the answer is the document of the command, and one line a call carries the trace and the run', async () => {
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736'
  const { status, headers, json } = await running.call(token, {}, { traceparent: `00-${trace}-00f067aa0ba902b7-01` })
  expect(status).toBe(200)
  expect(Object.keys(json)).toEqual(['run', 'language', 'rows', 'completeness', 'indicators', 'milestones', 'problems'])
  expect(headers.get('x-powered-by')).toBeNull()
  const traced = () => running.lines().filter((line) => line['logging.googleapis.com/trace'] === trace)
  // A line may come through its pipe after the answer.
  await vi.waitFor(() => expect(traced()).toHaveLength(1))
  const lines = traced()
  expect(lines[0]).toMatchObject({ severity: 'INFO', message: 'recalculated', run: json.run.id })
})

test('F13: with the answer all work is done', async () => {
  expect((await running.call(token, { reason: 'once more' })).status).toBe(200)
  const [asked, said] = [deployed.county.apis.requests.entries.length, running.output()]
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect([deployed.county.apis.requests.entries.length, running.output()]).toEqual([asked, said])
})

test('S18: what a caller writes makes no line of its own', async () => {
  const hostile = '"}\n{"severity":"ALERT","message":"forged"}\u001b[31m\u202e'
  await running.call(token, { reason: hostile })
  await running.call(token, { [hostile]: 1 })
  await running.call(
    token,
    {},
    { 'idempotency-key': 'a b', 'x-cloudscheduler-jobname': '"severity":"ALERT"', traceparent: '"ALERT"' },
  )
  for (const sign of ['ALERT', '\u001b', '\u202e']) expect(running.output()).not.toContain(sign)
  for (const line of running.lines()) expect(Object.keys(line)).toEqual(expect.arrayContaining(['severity', 'message']))
})
