import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type DeployedFunction, deployRecalculate } from '../../support/deployed-function.ts'
import { ADMINISTRATOR, SCHEDULER, STAFF } from '../../support/google-keys.ts'

// faults.md F01, F02, F04, F41, F42 and security.md S24 on the built function.

let deployed: DeployedFunction
beforeEach(async () => {
  deployed = await deployRecalculate()
})
afterEach(() => deployed?.close())

/** Every committed run has a row in Runs. */
const commits = async () => (await deployed.county.show('runs')).length - 1
const calls = () => deployed.county.apis.requests.entries.length
const minute = (ms: number) => new Date(Math.floor(ms / 60_000) * 60_000).toISOString()
const tick = (time: string) => ({ 'x-cloudscheduler-jobname': 'recalculate-daily', 'x-cloudscheduler-scheduletime': time })

describe('F41: the same Idempotency-Key', () => {
  test('gets the same answer, at once and later, from this instance and the next; other parameters get 422', async () => {
    const token = await deployed.keys.token(STAFF)
    const key = { 'idempotency-key': 'click-1' }
    const first = await deployed.start()
    const both = await Promise.all([1, 2].map(() => first.call(token, { reason: 'menu' }, key)))
    const again = await first.call(token, { reason: 'menu' }, key)
    expect([...both, again].map(({ status }) => status)).toEqual([200, 200, 200])
    expect(both[1]!.json).toEqual(both[0]!.json)
    expect(again.json).toEqual(both[0]!.json)
    const other = await first.call(token, { reason: 'menu', asOf: '2025-03-20' }, key)
    expect([other.status, other.json.error.code]).toEqual([422, 'key-reused'])

    const second = await deployed.start()
    const elsewhere = await second.call(token, { reason: 'menu' }, key)
    expect(elsewhere.json.run).toMatchObject({ id: both[0]!.json.run.id, duplicateOf: both[0]!.json.run.id, changed: false })
    expect((await second.call(token, { reason: 'other' }, key)).status).toBe(422)
    expect(await commits()).toBe(1)
  })

  test('of another caller is another key', async () => {
    const running = await deployed.start()
    const key = { 'idempotency-key': 'click-1' }
    const [clerk, head] = [await deployed.keys.token(STAFF), await deployed.keys.token(ADMINISTRATOR)]
    const ids = [await running.call(clerk, {}, key), await running.call(head, { reason: 'x' }, key)].map(
      ({ json }) => json.run.id,
    )
    expect(new Set(ids).size).toBe(2)
  })

  test('may be used again after a failure', async () => {
    const running = await deployed.start()
    const [token, key] = [await deployed.keys.token(STAFF), { 'idempotency-key': 'click-1' }]
    deployed.county.apis.faults.add({ on: 'any', times: 1, effect: { kind: 'status', status: 404 } })
    expect((await running.call(token, {}, key)).status).toBe(502)
    expect((await running.call(token, {}, key)).status).toBe(200)
  })
})

describe('a tick of the schedule', () => {
  test('F01, F02: delivered twice at once, and once more: one run, one row', async () => {
    const [one, two] = [await deployed.start(), await deployed.start()]
    const token = await deployed.keys.token(SCHEDULER)
    const headers = tick(minute(Date.now()))
    const both = await Promise.all([one, two].map((each) => each.call(token, {}, headers)))
    const before = calls()
    const late = await one.call(token, {}, headers)
    expect(calls() - before).toBeLessThanOrEqual(2)
    expect([...both, late].map(({ status }) => status)).toEqual([200, 200, 200])
    expect(new Set([...both, late].map(({ json }) => json.run.id)).size).toBe(1)
    expect(await commits()).toBe(1)
  })

  test('F04: forced ahead of its time, twice: the real one still runs', async () => {
    const running = await deployed.start()
    const token = await deployed.keys.token(SCHEDULER)
    const forced = tick(minute(Date.now() + 3_600_000))
    const ids = []
    for (const headers of [forced, forced, tick(minute(Date.now()))])
      ids.push((await running.call(token, {}, headers)).json.run.id)
    expect(new Set(ids).size).toBe(3)
    const triggers = (await deployed.county.show('runs')).slice(1).map((row) => row[14] ?? '')
    expect(triggers).toEqual([expect.stringMatching(/^schedule [\da-f]{24} \d{4}-/), '', ''])
  })

  test('F05: a time that is none is worked off as a plain call, and logged', async () => {
    const running = await deployed.start()
    const { status } = await running.call(await deployed.keys.token(SCHEDULER), {}, tick('soon'))
    expect(status).toBe(200)
    const line = { severity: 'WARNING', message: 'not a tick of the schedule', kind: 'unusable' }
    await vi.waitFor(() => expect(running.lines()).toContainEqual(line))
  })
})

test('a hundred triggers at once, over ten keys and two instances: exactly one commit a key', async () => {
  const instances = [await deployed.start(), await deployed.start()]
  const token = await deployed.keys.token(STAFF)
  const keys = Array.from({ length: 10 }, (_, index) => `key-${index}`)
  const answers = await Promise.all(
    Array.from({ length: 100 }, async (_, index) => {
      const key = keys[index % 10]!
      const { status, json } = await instances[Math.floor(index / 10) % 2]!.call(
        token,
        { reason: key },
        { 'idempotency-key': key },
      )
      return { key, status, id: json.run?.id }
    }),
  )
  // Two instances that race for the workbook may have to yield to each other more often than a run is patient: then it is asked again.
  for (const answer of answers.filter(({ status }) => status !== 200)) {
    expect(answer.status).toBe(409)
    const again = await instances[0]!.call(token, { reason: answer.key }, { 'idempotency-key': answer.key })
    Object.assign(answer, { status: again.status, id: again.json.run.id })
  }
  for (const key of keys) {
    const ids = new Set(answers.filter((answer) => answer.key === key).map(({ id }) => id))
    expect([key, ids.size]).toEqual([key, 1])
  }
  expect(await commits()).toBe(10)
}, 60_000)

test('S24: a thousand calls make two runs, and one more every other second; each caller gets 429 with the time to wait', async () => {
  const running = await deployed.start()
  const [clerk, head] = [await deployed.keys.token(STAFF), await deployed.keys.token(ADMINISTRATOR)]
  const before = calls()
  const startedAt = performance.now()
  const answers = await Promise.all(Array.from({ length: 1_000 }, () => running.call(clerk, {})))
  const mostRuns = 2 + Math.floor((performance.now() - startedAt) / 2_000)
  const statuses = answers.map(({ status }) => status)
  expect(new Set(statuses)).toEqual(new Set([200, 429]))
  expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(28 + mostRuns)
  expect(calls() - before).toBeLessThanOrEqual(3 * mostRuns)
  expect(await commits()).toBeLessThanOrEqual(mostRuns)
  const refused = answers.find(({ status }) => status === 429)!
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(refused.json.error.hint).toContain(refused.headers.get('retry-after'))
  expect((await running.call(head, {})).status).toBe(200)
  expect((await running.call(await deployed.keys.token(SCHEDULER), {})).status).toBe(200)
}, 60_000)

test('F42: on demand during a scheduled run: both are answered, each commit counts once', async () => {
  const [one, two] = [await deployed.start(), await deployed.start()]
  deployed.county.apis.faults.add({ on: 'write', times: 1, effect: { kind: 'delay', ms: 300 } })
  const answers = await Promise.all([
    one.call(await deployed.keys.token(SCHEDULER), {}, tick(minute(Date.now()))),
    two.call(await deployed.keys.token(STAFF), { reason: 'menu' }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  expect(new Set(answers.map(({ json }) => json.run.id)).size).toBe(2)
  expect(await commits()).toBe(2)
})
