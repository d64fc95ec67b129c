import { CLAIM_SERVES_MINUTES, claimAgeMinutes } from './claim-entry.ts'
import { thawMail } from './frozen-mail.ts'
import { type HeldEntry, moveEntry } from './held-entry.ts'
import type { OutboxRun, OutboxWorld } from './outbox-world.ts'

/**
 * Lays the mail down and notes that it may leave from now on: what happens between this note and the outcome's is never guessed.
 * A mail that was laid down before is not laid down again, so that the provider itself lets it out only once. Null when another run
 * took over. Throws Failure when the mail can't be laid down; nothing has left then.
 */
export async function draftEntry(held: HeldEntry, run: OutboxRun, world: OutboxWorld): Promise<HeldEntry | null> {
  const draft = held.entry.draft ?? (await world.door.prepare(thawMail(held.entry.content!)))
  const at = world.now()
  if (claimAgeMinutes(held, at) > CLAIM_SERVES_MINUTES) return null
  const attempt = { run: run.id, startedAt: at.toISOString(), endedAt: null, outcome: null, reason: '' }
  return moveEntry(
    world.store,
    held,
    'drafted',
    { by: run.id, at, reason: 'sending' },
    { draft, attempts: [...held.entry.attempts, attempt] },
  )
}
