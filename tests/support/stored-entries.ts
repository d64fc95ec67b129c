import { type OutboxEntry, readEntry } from '../../shared/model/outbox.ts'
import type { MemoryStore } from './memory-store.ts'

/** The messages in a store, as they are now. */
export const storedEntries = ({ objects }: MemoryStore): OutboxEntry[] =>
  [...objects.values()].filter(({ name }) => /\/(digest|reminder)\//.test(name)).map(({ text }) => readEntry(text) as OutboxEntry)
