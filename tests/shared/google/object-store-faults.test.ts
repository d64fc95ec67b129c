import { describe, expect, it } from 'vitest'
import type { Effect } from '../../../infra/local/google-apis/faults.ts'
import { madePacing } from '../../support/made-pacing.ts'
import { BUCKET, startStorage } from './stores.ts'

const INSERT = { pattern: '^POST /upload/storage/' }
const DELETE = { pattern: '^DELETE /storage/' }
const READ = { pattern: '^GET /storage/' }

/** Everything that can happen once to a call and be got over. */
const PASSING: Effect[] = [
  { kind: 'status', status: 429 },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503, retryAfter: 3 },
  { kind: 'reset' },
  { kind: 'lost' },
  { kind: 'cut' },
  { kind: 'html' },
  { kind: 'empty' },
]

describe.each(PASSING)('after $kind $status', (effect) => {
  it('a first write is told as written, once', async () => {
    const { apis, open } = await startStorage()
    apis.faults.add({ on: INSERT, effect })
    const written = await open().write('claim', 'run 1', '0')
    expect(written).toMatchObject({ name: 'claim', text: 'run 1' })
    expect(await open().read('claim')).toEqual(written)
  })

  it('a replacement is told as written, once', async () => {
    const { apis, open } = await startStorage()
    const first = await open().write('claim', 'run 1', '0')
    apis.faults.add({ on: INSERT, effect })
    const second = await open().write('claim', 'run 2', first!.generation)
    expect(second).not.toBeNull()
    expect(await open().read('claim')).toEqual(second)
  })

  it('a removal is told as made', async () => {
    const { apis, open } = await startStorage()
    const first = await open().write('claim', 'run 1', '0')
    apis.faults.add({ on: DELETE, effect })
    expect(await open().remove('claim', first!.generation)).toBe(true)
    expect(await open().read('claim')).toBeNull()
  })

  it('reading and listing give what is there, never nothing', async () => {
    const { apis, open } = await startStorage()
    const first = await open().write('claim', 'run 1', '0')
    apis.faults.add({ on: READ, effect })
    expect(await open().read('claim')).toEqual(first)
    apis.faults.add({ on: READ, effect })
    expect(await open().list('')).toHaveLength(1)
  })

  it('somebody else was first all the same', async () => {
    const { apis, open } = await startStorage()
    const theirs = await open({}, 7).write('claim', 'theirs', '0')
    apis.faults.add({ on: INSERT, effect })
    expect(await open().write('claim', 'ours', '0')).toBeNull()
    expect(await open().read('claim')).toEqual(theirs)
  })
})

it('a lost answer is not mistaken for an equal write of somebody else (F34)', async () => {
  const { apis, open } = await startStorage()
  apis.faults.add({ on: INSERT, effect: { kind: 'reset' } })
  const [one, other] = await Promise.all([
    open({}, 1).write('claim', 'the same', '0'),
    open({}, 2).write('claim', 'the same', '0'),
  ])
  expect([one, other].filter((outcome) => outcome !== null)).toHaveLength(1)
})

it('a write whose answer was lost is told as written even when it has been replaced since', async () => {
  const { apis, open } = await startStorage()
  // Ours is applied and replaced by another run before it is asked for again.
  apis.faults.add({ on: INSERT, effect: { kind: 'lost' } })
  let replaced: Promise<unknown> | undefined
  const pacing = {
    ...madePacing(),
    sleep: async () => {
      replaced ??= open({}, 9)
        .read('claim')
        .then((found) => open({}, 9).write('claim', 'theirs', found!.generation))
      await replaced
    },
  }
  const written = await open({ pacing }).write('claim', 'ours', '0')
  expect(written).toMatchObject({ text: 'ours' })
  expect(await open().write('claim', 'ours again', written!.generation)).toBeNull()
  expect((await open().read('claim'))?.text).toBe('theirs')
})

it('reading back survives trouble of its own', async () => {
  const { apis, open } = await startStorage()
  apis.faults.add({ on: INSERT, effect: { kind: 'lost' } })
  apis.faults.add({ on: READ, times: 2, effect: { kind: 'status', status: 503 } })
  const written = await open().write('claim', 'run 1', '0')
  expect(await open().read('claim')).toEqual(written)
})

describe('a store that stays down says so and changes nothing (F33)', () => {
  it.each<Effect>([{ kind: 'status', status: 503 }, { kind: 'status', status: 429 }, { kind: 'reset' }, { kind: 'html' }])(
    '$kind $status',
    async (effect) => {
      const { apis, open } = await startStorage()
      const kept = await open().write('kept', 'x', '0')
      apis.faults.add({ times: 'forever', effect })
      const store = open()
      for (const call of [
        () => store.read('kept'),
        () => store.write('claim', 'run 1', '0'),
        () => store.list(''),
        () => store.remove('kept', kept!.generation),
      ]) {
        await expect(call()).rejects.toMatchObject({ code: 'store-unavailable', fault: 'google' })
      }
      apis.faults.clear()
      expect((await open().list('')).map(({ name }) => name)).toEqual(['kept'])
    },
  )

  it('a bucket that is not there is no empty bucket', async () => {
    const { open } = await startStorage()
    const store = open({ bucket: 'no-such-bucket' })
    await expect(store.read('a')).rejects.toMatchObject({ code: 'store-unavailable' })
    await expect(store.write('a', 'x', '0')).rejects.toMatchObject({ code: 'store-unavailable' })
    await expect(store.list('')).rejects.toMatchObject({ code: 'store-unavailable' })
    await expect(store.remove('a', '1')).rejects.toMatchObject({ code: 'store-unavailable' })
  })

  it('an answer slower than the limit is no answer', async () => {
    const { apis, open } = await startStorage()
    apis.faults.add({ on: INSERT, effect: { kind: 'drip', ms: 400, bytes: 8 } })
    const written = await open({ timeoutMs: 200 }).write('claim', 'run 1', '0')
    expect(await open().read('claim')).toEqual(written)
  })
})

it('50 runs with every second answer lost: one is told that it was first, and its text stands', async () => {
  const { apis, open } = await startStorage()
  for (let nth = 1; nth <= 50; nth += 2) apis.faults.add({ on: INSERT, nth, effect: { kind: 'lost' } })
  const outcomes = await Promise.all(Array.from({ length: 50 }, (_, run) => open({}, run + 1).write('claim', `run ${run}`, '0')))
  const winners = outcomes.filter((outcome) => outcome !== null)
  expect(winners).toHaveLength(1)
  expect(await open().read('claim')).toEqual(winners[0])
})

it('lists beyond a page', async () => {
  const { apis, open } = await startStorage()
  const bucket = apis.buckets.get(BUCKET)!
  for (let index = 0; index < 2100; index++) {
    const name = `outbox/${String(index).padStart(5, '0')}`
    bucket.insert({ name, content: Buffer.from('x'), contentType: 'text/plain' }, {})
  }
  apis.faults.add({ on: READ, nth: 2, effect: { kind: 'cut' } })
  const listed = await open().list('outbox/')
  expect(listed).toHaveLength(2100)
  expect(listed.map(({ name }) => name)).toEqual(listed.map(({ name }) => name).sort())
})
