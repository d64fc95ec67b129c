import { type OutboxEntry, TURNS_INTO } from '../../model/outbox.ts'
import type { ObjectStore } from '../../ports.ts'
import { addressHash, folderOf } from './entry-name.ts'
import { type HeldEntry, moveEntry, readHeld, writeHeld } from './held-entry.ts'

/** Who asks for the erasure, of which address. */
export interface Erasure {
  spreadsheetId: string
  address: string
  by: string
  at: Date
}

/**
 * Removes an address, and everything that was written to it, from the outbox; that something was sent, and when, stays without saying to
 * whom (security.md S27). What waits is waived. A message just being sent can't be erased: repeat until `left` is 0.
 */
export async function erase(erasure: Erasure, store: ObjectStore): Promise<{ erased: HeldEntry[]; left: number }> {
  const wanted = `/${addressHash(erasure.spreadsheetId, erasure.address)}.`
  const erased: HeldEntry[] = []
  let left = 0
  for (const { name } of await store.list(`${folderOf(erasure.spreadsheetId)}/`)) {
    if (!name.includes(wanted)) continue
    const held = await readHeld(store, name)
    const done = held && held !== 'closed' ? await eraseEntry(held, erasure, store) : null
    if (done) erased.push(done)
    else left++
  }
  return { erased, left }
}

/** Null: not now. */
function eraseEntry(held: HeldEntry, { by, at }: Erasure, store: ObjectStore): Promise<HeldEntry | null> {
  const { entry } = held
  const nothing: Partial<OutboxEntry> = {
    recipient: { address: '', name: '', audience: entry.recipient.audience },
    subject: '',
    content: null,
  }
  if (TURNS_INTO[entry.state].includes('waived')) return moveEntry(store, held, 'waived', { by, at, reason: 'erased' }, nothing)
  if (entry.state === 'claimed' || entry.state === 'drafted') return Promise.resolve(null)
  const note = { at: at.toISOString(), by, from: entry.state, to: entry.state, reason: 'erased' }
  return writeHeld(store, held.name, { ...entry, ...nothing, history: [...entry.history, note] }, held.generation)
}
