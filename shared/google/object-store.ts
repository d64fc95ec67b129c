import { storage_v1 } from 'googleapis/build/src/apis/storage/v1.js'
import { Failure } from '../errors.ts'
import type { ObjectStore, StoredObject } from '../ports.ts'
import { type Pacing, type RetryPolicy, withRetry } from './retry.ts'
import type { GoogleAccess } from './sign-in.ts'
import { isMissingObject, objectOf } from './storage-answers.ts'
import { classifyTrouble, GarbledAnswer, statusOf } from './trouble.ts'

/** One call's own limit; the objects are small. */
const TIMEOUT_MS = 20_000

/** A minute in all: nothing is sent while the store is down, and the next run tries again. */
const STORE_POLICY: RetryPolicy = { deadlineMs: 60_000, firstDelayMs: 500, maxDelayMs: 16_000 }

export interface ObjectStoreOptions {
  access: GoogleAccess
  bucket: string
  pacing: Pacing
  policy?: RetryPolicy
  timeoutMs?: number
}

/** The only door to a bucket of Cloud Storage. */
export function openObjectStore({
  access,
  bucket,
  pacing,
  policy = STORE_POLICY,
  timeoutMs = TIMEOUT_MS,
}: ObjectStoreOptions): ObjectStore {
  const { objects } = new storage_v1.Storage(access)
  const once = { retry: false, timeout: timeoutMs }
  // For uploads the client heeds only the origin that goes with the call; without it an emulated run would write to Google.
  const upload = { ...once, ...(access.rootUrl ? { rootUrl: access.rootUrl } : {}) }
  const served = async <T>(call: () => Promise<T>): Promise<T> => {
    try {
      return await withRetry(call, classifyTrouble, pacing, policy)
    } catch (thrown) {
      throw asStoreFailure(thrown)
    }
  }

  const readOnce = async (name: string, generation?: string): Promise<StoredObject | null> => {
    try {
      const { data, headers } = await objects.get(
        { bucket, object: name, alt: 'media', ...(generation === undefined ? {} : { generation }) },
        { ...once, responseType: 'arraybuffer' },
      )
      return objectOf(name, data, headers)
    } catch (thrown) {
      if (isMissingObject(thrown)) return null
      throw thrown
    }
  }

  /**
   * What this very call has written, even if somebody has replaced it since: the bucket keeps versions (deployment.md). In one that
   * doesn't, a write that was replaced at once can't be told from one that never arrived, and is given as null.
   */
  const ownWrite = async (name: string, text: string, writer: string, since: string): Promise<StoredObject | null> => {
    const fields = 'kind,items(name,generation,metadata)'
    const { data } = await objects.list({ bucket, prefix: name, versions: true, fields }, once)
    if (typeof data !== 'object' || data?.kind !== 'storage#objects') throw new GarbledAnswer()
    for (const item of data.items ?? []) {
      const ours = item.name === name && item.metadata?.writer === writer && Number(item.generation) > Number(since)
      const found = ours && item.generation ? await readOnce(name, item.generation) : null
      if (found?.text === text) return found
    }
    return null
  }

  const write = (name: string, text: string, ifGeneration: string): Promise<StoredObject | null> => {
    const writer = writerId(pacing)
    let mayBeApplied = false
    return served(async () => {
      // The client leaves an empty content out of the request altogether.
      if (text === '') throw new Failure('refused', { request: 'insert' })
      try {
        const { data } = await objects.insert(
          {
            bucket,
            ifGenerationMatch: ifGeneration,
            fields: 'name,generation',
            requestBody: { name, metadata: { writer } },
            media: { mimeType: 'application/json; charset=utf-8', body: text },
          },
          upload,
        )
        if (typeof data !== 'object' || data?.name !== name || !data.generation) throw new GarbledAnswer()
        return { name, text, generation: data.generation }
      } catch (thrown) {
        // Somebody was first, unless that was an earlier try of ours whose answer was lost.
        if (statusOf(thrown) === 412) return mayBeApplied ? ownWrite(name, text, writer, ifGeneration) : null
        mayBeApplied = true
        throw thrown
      }
    })
  }

  const page = (prefix: string, pageToken: string | undefined): Promise<storage_v1.Schema$Objects> =>
    served(async () => {
      const fields = 'kind,nextPageToken,items(name,generation,updated)'
      const { data } = await objects.list({ bucket, prefix, fields, ...(pageToken ? { pageToken } : {}) }, once)
      if (typeof data !== 'object' || data?.kind !== 'storage#objects') throw new GarbledAnswer()
      return data
    })

  const list = async (prefix: string): Promise<{ name: string; generation: string; updatedAt: string }[]> => {
    const found: { name: string; generation: string; updatedAt: string }[] = []
    let token: string | undefined
    do {
      const { items = [], nextPageToken } = await page(prefix, token)
      for (const { name, generation, updated } of items) {
        if (name && generation && updated) found.push({ name, generation, updatedAt: updated })
      }
      token = nextPageToken ?? undefined
    } while (token)
    return found
  }

  const remove = (name: string, ifGeneration: string): Promise<boolean> => {
    let mayBeApplied = false
    return served(async () => {
      try {
        const { status } = await objects.delete({ bucket, object: name, ifGenerationMatch: ifGeneration }, once)
        if (status !== 204) throw new GarbledAnswer()
        return true
      } catch (thrown) {
        if (statusOf(thrown) === 412) return false
        // Gone after a try whose answer was lost: that generation was ours to remove.
        if (isMissingObject(thrown)) return mayBeApplied
        mayBeApplied = true
        throw thrown
      }
    })
  }

  return { read: (name) => served(() => readOnce(name)), write, list, remove }
}

/** Tells one write from another of the same content; 100 bits of chance. */
const writerId = ({ random }: Pacing): string =>
  [random(), random()].map((part) => Math.floor(part * 2 ** 50).toString(36)).join('-')

/** Whatever went wrong, nobody may be written to for now; the cause stays with it. */
function asStoreFailure(thrown: unknown): Failure {
  const why = thrown instanceof Failure ? thrown.code : 'internal'
  return new Failure('store-unavailable', { why }, { cause: thrown })
}
