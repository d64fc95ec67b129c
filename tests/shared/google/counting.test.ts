import { expect, it } from 'vitest'
import type { Effect } from '../../../infra/local/google-apis/faults.ts'
import { DEFAULT_POLICY } from '../../../shared/google/retry.ts'
import { seededRandom } from '../../../shared/model/seeded-random.ts'
import type { ObjectStore } from '../../../shared/ports.ts'
import { startStorage } from './stores.ts'

const EFFECTS: Effect[] = [
  { kind: 'lost' },
  { kind: 'cut' },
  { kind: 'reset' },
  { kind: 'status', status: 503 },
  { kind: 'status', status: 429 },
  { kind: 'html' },
]

/** Adds one by compare-and-set until it has been told ten times that it did. */
async function addTen(store: ObjectStore): Promise<void> {
  for (let told = 0; told < 10; ) {
    const found = await store.read('counter')
    const next = String(Number(found?.text ?? 0) + 1)
    if (await store.write('counter', next, found?.generation ?? '0')) told++
  }
}

it.each(Array.from({ length: 8 }, (_, index) => index + 1))(
  'five at once count to fifty whatever breaks, seed %i',
  async (seed) => {
    const { apis, open } = await startStorage()
    const random = seededRandom(seed)
    for (let count = 0; count < 60; count++) {
      const effect = EFFECTS[Math.floor(random() * EFFECTS.length)]!
      apis.faults.add({ on: { pattern: '/storage/' }, nth: 1 + Math.floor(random() * 250), effect })
    }
    await Promise.all(
      Array.from({ length: 5 }, (_, worker) =>
        addTen(open({ policy: { ...DEFAULT_POLICY, deadlineMs: 3_600_000 } }, seed * 100 + worker)),
      ),
    )
    expect((await open().read('counter'))?.text).toBe('50')
  },
)
