import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type DeployedFunction, deployRecalculate } from '../../support/deployed-function.ts'
import type { FunctionProcess } from '../../support/function-process.ts'
import { STAFF } from '../../support/google-keys.ts'
import { secondsUntil } from '../../support/seconds-until.ts'

// faults.md F08, F09, F43 and security.md S02, S19 on the built function, ended by real signals.

let deployed: DeployedFunction
let token: string
beforeEach(async () => {
  deployed = await deployRecalculate()
  token = await deployed.keys.token(STAFF)
})
afterEach(() => deployed?.close())

const commits = async () => (await deployed.county.show('runs')).length - 1

/** Resolves once a run has read all it needs: its write, which is slow, is next or on its way. */
async function underWay(): Promise<void> {
  while (deployed.county.apis.requests.entries.filter(({ kind }) => kind === 'read').length < 2)
    await new Promise((resolve) => setTimeout(resolve, 5))
}

const slowWrite = (ms: number) => {
  deployed.county.apis.requests.clear()
  deployed.county.apis.faults.add({ on: 'write', times: 'forever', effect: { kind: 'delay', ms } })
}

describe('F08: SIGTERM', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    '%s while a run commits: it is finished and answered, then the process ends',
    async (signal) => {
      slowWrite(700)
      const running = await deployed.start()
      const answer = running.call(token, {})
      await underWay()
      running.child.kill(signal)
      expect((await answer).status).toBe(200)
      expect(await running.exited).toBe(0)
      expect(await commits()).toBe(1)
      expect(running.lines().map(({ message }) => message)).toEqual(['listening', 'shutting down', 'recalculated'])
    },
  )

  test('new connections are refused at once; what comes in over an old one gets 503 and is told to go', async () => {
    slowWrite(1_500)
    const running = await deployed.start()
    const old = connect(running.port, '127.0.0.1')
    let heard = ''
    old.on('data', (part) => {
      heard += part
    })
    const half = `POST / HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\n`
    old.write(half)
    const answer = running.call(token, {})
    await underWay()
    running.child.kill('SIGTERM')
    while (!running.output().includes('shutting down')) await new Promise((resolve) => setTimeout(resolve, 5))
    await expect(fetch(running.url)).rejects.toThrow()
    old.write('content-length: 0\r\n\r\n')
    await once(old, 'close')
    expect(heard).toMatch(/^HTTP\/1\.1 503 .*connection: close.*"code":"shutting-down"/is)
    expect((await answer).status).toBe(200)
    expect(await running.exited).toBe(0)
  })

  test('a run that won’t end in time is answered 503 so that the schedule tries again, within 8 s; nothing is half-written', async () => {
    slowWrite(12_000)
    const running = await deployed.start()
    const answers = [running.call(token, {}), running.call(token, { reason: 'waiting for the first' })]
    await underWay()
    running.child.kill('SIGTERM')
    const seconds = secondsUntil(running.exited)
    for (const { status, headers, json } of await Promise.all(answers))
      expect([status, headers.get('retry-after'), json.error.code]).toEqual([503, '1', 'shutting-down'])
    expect(await running.exited).toBe(0)
    expect(await seconds).toBeLessThan(8)
    deployed.county.apis.faults.clear()
    const next = await deployed.start()
    expect((await next.call(token, {})).status).toBe(200)
  }, 30_000)

  test('with nothing to do it ends at once, also with a line left open', async () => {
    const running = await deployed.start()
    await fetch(running.url)
    running.child.kill('SIGTERM')
    expect(await running.exited).toBe(0)
  })
})

test.each([0, 150])(
  'F09: SIGKILL %i ms after the last read, before Google has answered the commit: the next run is right, and one row says so',
  async (ms) => {
    slowWrite(300)
    const running = await deployed.start()
    const key = { 'idempotency-key': 'tick' }
    const answer = running.call(token, {}, key).catch(() => 'no answer')
    await underWay()
    await new Promise((resolve) => setTimeout(resolve, ms))
    running.child.kill('SIGKILL')
    expect(await answer).toBe('no answer')
    deployed.county.apis.faults.clear()
    const next = await deployed.start()
    const { status, json } = await next.call(token, {}, key)
    expect(status).toBe(200)
    expect((await deployed.county.show('runs')).slice(1).map((row) => row[1])).toEqual([json.run.id])
    expect((await deployed.county.show('summary')).flat().some((cell) => String(cell).includes(json.run.id))).toBe(true)
  },
)

test('F43: the log can’t be written any more: calls are answered as before', async () => {
  const running = await deployed.start()
  running.child.stdout!.destroy()
  expect((await running.call(token, {})).status).toBe(200)
  expect((await running.call(token, {})).status).toBe(200)
  expect(running.output()).toContain('"message":"recalculated"')
  running.child.stderr!.destroy()
  expect((await running.call(token, {})).status).toBe(200)
  expect(running.child.exitCode).toBeNull()
})

describe('the start', () => {
  const refused = async (environment: Record<string, string>): Promise<FunctionProcess | string> =>
    deployed.start(environment).catch((thrown: Error) => thrown.message)

  test('S02: no audience on Google: it doesn’t start', async () => {
    const said = await refused({
      TALLYSHEET_AUDIENCE: '',
      TALLYSHEET_GOOGLE_URL: '',
      TALLYSHEET_KEYS_URL: '',
      TALLYSHEET_TODAY: '',
    })
    expect(said).toMatch(/^ended with 1: .*"variables":"TALLYSHEET_AUDIENCE"/)
  })
  test('every bad variable is named at once, no value', async () => {
    const said = await refused({ TALLYSHEET_STAFF: 'canary', TALLYSHEET_SPREADSHEET_ID: '', TALLYSHEET_BUCKET: 'CANARY' })
    expect(said).toMatch(/TALLYSHEET_BUCKET/)
    expect(said).toMatch(/TALLYSHEET_STAFF/)
    expect(said).toMatch(/TALLYSHEET_SPREADSHEET_ID/)
    expect(said).not.toMatch(/canary/i)
  })
  test('callers unchecked: it listens to this machine only', async () => {
    const running = (await deployed.start({ TALLYSHEET_AUDIENCE: '' })) as FunctionProcess
    expect((await running.call(undefined, {})).status).toBe(200)
    expect(running.lines()[0]).toMatchObject({ callersChecked: false })
    await expect(fetch(`http://127.0.0.2:${running.port}/`)).rejects.toThrow()
  })
  test('an environment that asks for development gets production all the same: no error text reaches the caller', async () => {
    const running = await deployed.start({ NODE_ENV: 'development' })
    deployed.county.apis.faults.add({ on: 'any', times: 'forever', effect: { kind: 'status', status: 400 } })
    const { status, json } = await running.call(token, {})
    expect([status, json.error.code]).toEqual([502, 'refused'])
    expect(JSON.stringify(json)).not.toMatch(/ at |Error:|node_modules|127\.0\.0\.1/)
  })
})
