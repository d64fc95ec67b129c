import type { OutboxEntry } from '../../model/outbox.ts'
import type { SendOutcome } from '../../ports.ts'
import { type HeldEntry, moveEntry } from './held-entry.ts'
import type { OutboxRun, OutboxWorld } from './outbox-world.ts'

/** After so many attempts, each proven not accepted, the address counts as refusing. */
const MOST_ATTEMPTS = 10

/** A provider's words are kept short. */
const MOST_CHARACTERS = 200

/** What is known of an attempt in the end; `not-sent`: proven afterwards. */
export type Ending = SendOutcome | { state: 'not-sent'; reason: string }

/** Notes how the attempt ended. Null when another run has noted something else in the meantime. */
export async function settleEntry(
  held: HeldEntry,
  ending: Ending,
  run: OutboxRun,
  world: OutboxWorld,
): Promise<HeldEntry | null> {
  const settled = await noted(held, ending, run, world)
  const facts = { run: run.id, message: held.entry.key }
  // What people must look at reaches the operator's alert by its severity.
  if (settled?.entry.state === 'needs-decision') world.log.error('a message waits for a decision', facts)
  if (settled?.entry.state === 'rejected') world.log.warn('a message was refused', facts)
  return settled
}

function noted(held: HeldEntry, ending: Ending, run: OutboxRun, world: OutboxWorld): Promise<HeldEntry | null> {
  const at = world.now()
  const reason = ending.state === 'sent' ? 'sent' : ending.reason.slice(0, MOST_CHARACTERS)
  const step = { by: run.id, at, reason }
  const attempts = withEnding(held.entry, ending.state, reason, at)
  const move = (to: OutboxEntry['state'], changes: Partial<OutboxEntry> = {}) =>
    moveEntry(world.store, held, to, step, { attempts, ...changes })
  switch (ending.state) {
    case 'sent':
      return move('sent', { reference: ending.reference })
    case 'rejected':
      return move('rejected')
    case 'unknown':
      return move('needs-decision')
    case 'stopped':
    case 'not-sent':
      return move('planned')
    case 'later':
      return move(attempts.filter(({ outcome }) => outcome === 'later').length < MOST_ATTEMPTS ? 'planned' : 'rejected')
  }
}

/** The attempts with the last one, whose end wasn't known, ended. */
export const withEnding = (
  { attempts }: OutboxEntry,
  outcome: OutboxEntry['attempts'][number]['outcome'],
  reason: string,
  at: Date,
): OutboxEntry['attempts'] => {
  const last = attempts.at(-1)
  return last ? attempts.with(-1, { ...last, endedAt: at.toISOString(), outcome, reason }) : attempts
}
