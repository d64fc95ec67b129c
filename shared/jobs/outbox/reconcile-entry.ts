import { asFailure } from '../../errors.ts'
import { CLAIM_HOLDS_MINUTES, claimAgeMinutes } from './claim-entry.ts'
import { thawMail } from './frozen-mail.ts'
import { type HeldEntry, moveEntry } from './held-entry.ts'
import type { OutboxRun, OutboxWorld } from './outbox-world.ts'
import { type Ending, settleEntry, withEnding } from './settle-entry.ts'

/**
 * Finds out what became of a message that a killed run left behind, or whose outcome nobody knew (faults.md F09 to F11, F36). One that
 * another run may still be at is left alone. What can't be found out waits for a person's decision; it is never sent again blindly.
 */
export async function reconcileEntry(held: HeldEntry, run: OutboxRun, world: OutboxWorld): Promise<HeldEntry> {
  const { state } = held.entry
  if (state === 'claimed' && isAbandoned(held, world)) {
    world.log.warn('a message was found abandoned', { run: run.id, message: held.entry.key, by: held.entry.claim?.run ?? '' })
    // It had been claimed and nothing more: sending begins with the next state.
    const step = { by: run.id, at: world.now(), reason: 'abandoned' }
    return (await moveEntry(world.store, held, 'planned', step)) ?? held
  }
  if (state === 'drafted' && isAbandoned(held, world)) {
    world.log.warn('a message was found abandoned', { run: run.id, message: held.entry.key, by: held.entry.claim?.run ?? '' })
    return settleUnknown(held, 'abandoned', run, world)
  }
  return state === 'needs-decision' ? reconsider(held, run, world) : held
}

/** Settles an attempt whose outcome isn't known by asking where the mails went. */
export async function settleUnknown(held: HeldEntry, reason: string, run: OutboxRun, world: OutboxWorld): Promise<HeldEntry> {
  const became = await whatBecameOf(held, run, world)
  if (became === null) return held
  const ending: Ending = became === 'sent' ? { state: 'sent', reference: held.entry.reference ?? '' } : { state: became, reason }
  return (await settleEntry(held, ending, run, world)) ?? held
}

/** A message that waits for a decision may have become known by itself, where the mails could not be looked through before. */
async function reconsider(held: HeldEntry, run: OutboxRun, world: OutboxWorld): Promise<HeldEntry> {
  const became = await whatBecameOf(held, run, world)
  if (became === null || became === 'unknown') return held
  const at = world.now()
  const attempts = withEnding(held.entry, became, 'reconciled', at)
  const to = became === 'sent' ? 'sent' : 'planned'
  return (await moveEntry(world.store, held, to, { by: run.id, at, reason: 'reconciled' }, { attempts })) ?? held
}

/** Null: not to be found out now, but later. */
async function whatBecameOf({ entry }: HeldEntry, run: OutboxRun, world: OutboxWorld) {
  if (!entry.content) return 'unknown'
  try {
    return await world.door.reconcile(thawMail(entry.content), entry.draft)
  } catch (thrown) {
    world.log.warn('a message could not be reconciled', { run: run.id, message: entry.key, code: asFailure(thrown).code })
    return null
  }
}

const isAbandoned = (held: HeldEntry, world: OutboxWorld): boolean => claimAgeMinutes(held, world.now()) > CLAIM_HOLDS_MINUTES
