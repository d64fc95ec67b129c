import { type OutboxEntry, type OutboxState, readEntry, TURNS_INTO } from '../../model/outbox.ts'
import type { ObjectStore } from '../../ports.ts'

/** An entry as it was read, with the generation that the next step replaces. */
export interface HeldEntry {
  name: string
  generation: string
  entry: OutboxEntry
}

/** Who moves an entry on, when and why. */
export interface Step {
  /** A run's id, or a person. */
  by: string
  at: Date
  reason: string
}

/** The entry of that name; `closed` is one that this version of the program can't read and so never touches. */
export async function readHeld(store: ObjectStore, name: string): Promise<HeldEntry | 'closed' | null> {
  const stored = await store.read(name)
  if (!stored) return null
  const entry = readEntry(stored.text)
  return typeof entry === 'string' ? 'closed' : { name, generation: stored.generation, entry }
}

/** Writes an entry over the generation; null when somebody else was first. A write whose answer was lost is recognised as ours. */
export async function writeHeld(
  store: ObjectStore,
  name: string,
  entry: OutboxEntry,
  ifGeneration: string,
): Promise<HeldEntry | null> {
  const text = JSON.stringify(entry)
  const written = (await store.write(name, text, ifGeneration)) ?? (await store.read(name))
  return written?.text === text ? { name, generation: written.generation, entry } : null
}

/** Moves the entry on by one step and notes it; null when somebody else was first. */
export function moveEntry(
  store: ObjectStore,
  { name, generation, entry }: HeldEntry,
  to: OutboxState,
  step: Step,
  changes: Partial<OutboxEntry> = {},
): Promise<HeldEntry | null> {
  const from = entry.state
  if (!TURNS_INTO[from].includes(to)) throw new Error(`an entry of the outbox can't turn from ${from} into ${to}`)
  const note = { at: step.at.toISOString(), by: step.by, from, to, reason: step.reason }
  const next: OutboxEntry = { ...entry, ...changes, state: to, reason: step.reason, history: [...entry.history, note] }
  return writeHeld(store, name, next, generation)
}
