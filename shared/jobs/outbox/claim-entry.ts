import type { HeldEntry } from './held-entry.ts'
import { moveEntry } from './held-entry.ts'
import type { OutboxRun, OutboxWorld } from './outbox-world.ts'

/** How long a claim holds; whoever claimed is taken for dead after it. Longer than any run, and than clocks differ (faults.md F07). */
export const CLAIM_HOLDS_MINUTES = 60

/** From this age on a claim is not acted upon any more, so that nobody can be sending when it is taken for abandoned. */
export const CLAIM_SERVES_MINUTES = 15

/** Takes a planned message for this run; null when another run was first (F34). Nothing is sent without it (F33). */
export function claimEntry(held: HeldEntry, run: OutboxRun, world: OutboxWorld): Promise<HeldEntry | null> {
  const at = world.now()
  const claim = { run: run.id, trigger: run.trigger, at: at.toISOString() }
  return moveEntry(world.store, held, 'claimed', { by: run.id, at, reason: 'claimed' }, { claim })
}

/** Minutes since the entry was claimed. */
export const claimAgeMinutes = ({ entry }: HeldEntry, now: Date): number =>
  entry.claim ? (now.getTime() - Date.parse(entry.claim.at)) / 60_000 : Number.POSITIVE_INFINITY
