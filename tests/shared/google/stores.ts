import { afterEach } from 'vitest'
import { type GoogleApis, startGoogleApis } from '../../../infra/local/google-apis/server.ts'
import { type ObjectStoreOptions, openObjectStore } from '../../../shared/google/object-store.ts'
import { signIn } from '../../../shared/google/sign-in.ts'
import type { ObjectStore } from '../../../shared/ports.ts'
import { madePacing } from '../../support/made-pacing.ts'
import { memoryStore } from '../../support/memory-store.ts'

export const BUCKET = 'county-outbox'

const running: GoogleApis[] = []

afterEach(async () => {
  await Promise.all(running.splice(0).map((apis) => apis.close()))
})

/** An emulator with a bucket, closed after the test, and doors to it. */
export async function startStorage() {
  const apis = await startGoogleApis({ buckets: [BUCKET] })
  running.push(apis)
  const open = (options: Partial<ObjectStoreOptions> = {}, seed = 1): ObjectStore =>
    openObjectStore({
      access: signIn(apis.url, true),
      bucket: BUCKET,
      pacing: madePacing(seed),
      timeoutMs: 5_000,
      ...options,
    })
  return { apis, open }
}

/** The stores that must behave alike. */
export const STORES: readonly { kind: string; make: () => Promise<ObjectStore> }[] = [
  { kind: 'in memory', make: async () => memoryStore() },
  { kind: 'Storage through the real client', make: async () => (await startStorage()).open() },
]
