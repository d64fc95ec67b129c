import { Failure } from '../../shared/errors.ts'
import type { ObjectStore, StoredObject } from '../../shared/ports.ts'

export interface StoreCall {
  method: 'read' | 'write' | 'list' | 'remove'
  /** The object's name, or the prefix of a list. */
  name: string
}

/** `down`: refused before it is applied; `answer-lost`: applied, but the caller sees the store as down. */
export type StoreFault = 'down' | 'answer-lost'

export interface MemoryStoreOptions {
  now?: () => Date
  /** What happens to a call; asked once for each, before anything is applied. It may throw, as a kill does. */
  fault?: (call: StoreCall) => StoreFault | undefined
}

export interface MemoryStore extends ObjectStore {
  /** Everything stored, by name: to look at from a test. */
  readonly objects: ReadonlyMap<string, StoredObject & { updatedAt: string }>
}

/** An ObjectStore in memory with the compare-and-set of Cloud Storage: each write gets a generation that was never used before. */
export function memoryStore({ now = () => new Date(0), fault = () => undefined }: MemoryStoreOptions = {}): MemoryStore {
  const objects = new Map<string, StoredObject & { updatedAt: string }>()
  let lastGeneration = 1_700_000_000_000_000

  const served = async <T>(call: StoreCall, apply: () => T): Promise<T> => {
    const what = fault(call)
    // As over a network, others get their turn before the call arrives.
    await Promise.resolve()
    if (what === 'down') throw new Failure('store-unavailable')
    const answer = apply()
    if (what === 'answer-lost') throw new Failure('store-unavailable')
    return answer
  }
  const isAt = (name: string, generation: string) => (objects.get(name)?.generation ?? '0') === generation

  return {
    objects,
    read: (name) =>
      served({ method: 'read', name }, () => {
        const found = objects.get(name)
        return found ? { name, text: found.text, generation: found.generation } : null
      }),
    write: (name, text, ifGeneration) =>
      served({ method: 'write', name }, () => {
        if (text === '') throw new Failure('store-unavailable', { why: 'refused' })
        if (!isAt(name, ifGeneration)) return null
        const stored = { name, text, generation: String(++lastGeneration) }
        objects.set(name, { ...stored, updatedAt: now().toISOString() })
        return stored
      }),
    list: (prefix) =>
      served({ method: 'list', name: prefix }, () =>
        [...objects.values()]
          .filter(({ name }) => name.startsWith(prefix))
          .sort((one, other) => Buffer.compare(Buffer.from(one.name), Buffer.from(other.name)))
          .map(({ name, generation, updatedAt }) => ({ name, generation, updatedAt })),
      ),
    remove: (name, ifGeneration) =>
      served({ method: 'remove', name }, () => ifGeneration !== '0' && isAt(name, ifGeneration) && objects.delete(name)),
  }
}
