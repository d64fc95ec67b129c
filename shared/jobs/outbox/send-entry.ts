import { asFailure, type FailureCode } from '../../errors.ts'
import type { SendOutcome } from '../../ports.ts'
import { claimEntry } from './claim-entry.ts'
import { draftEntry } from './draft-entry.ts'
import { thawMail } from './frozen-mail.ts'
import { type HeldEntry, moveEntry } from './held-entry.ts'
import type { OutboxRun, OutboxWorld } from './outbox-world.ts'
import { settleUnknown } from './reconcile-entry.ts'
import { settleEntry } from './settle-entry.ts'

/** Failures after which nobody gets anything for now. */
const STOPPING: readonly FailureCode[] = ['sign-in', 'quota', 'unavailable', 'not-shared', 'store-unavailable']

/** Failures that will be the same however often this very mail is tried. */
const REFUSING: readonly FailureCode[] = ['refused', 'unusable-address']

/** What became of one message; `stopped`: nobody else is to be tried in this run. */
export interface Sending {
  held: HeldEntry
  stopped: string | null
}

/** Claims, lays down, sends and settles one planned message. A message that another run took meanwhile is left to it. */
export async function sendEntry(planned: HeldEntry, run: OutboxRun, world: OutboxWorld): Promise<Sending> {
  const claimed = await claimEntry(planned, run, world)
  if (!claimed) return { held: planned, stopped: null }
  const { drafted, failed } = await laidDown(claimed, run, world)
  if (failed) return release(claimed, failed, run, world)
  if (!drafted) return { held: claimed, stopped: null }
  const outcome = await letOut(drafted, world)
  const stopped = outcome.state === 'stopped' ? outcome.reason : null
  // Each attempt leaves a line, whether or not its end can be noted (faults.md I4).
  world.log.info('an attempt to send', { run: run.id, message: planned.entry.key, outcome: outcome.state })
  if (outcome.state === 'unknown') return { held: await settleUnknown(drafted, outcome.reason, run, world), stopped }
  return { held: (await settleEntry(drafted, outcome, run, world)) ?? drafted, stopped }
}

async function laidDown(
  claimed: HeldEntry,
  run: OutboxRun,
  world: OutboxWorld,
): Promise<{ drafted: HeldEntry | null; failed: FailureCode | null }> {
  try {
    return { drafted: await draftEntry(claimed, run, world), failed: null }
  } catch (thrown) {
    return { drafted: null, failed: asFailure(thrown).code }
  }
}

/**
 * Nothing has left: back to planned, unless this very mail is refused for good. If even that can't be noted, the next run finds the
 * claim abandoned.
 */
async function release(claimed: HeldEntry, code: FailureCode, run: OutboxRun, world: OutboxWorld): Promise<Sending> {
  const step = { by: run.id, at: world.now(), reason: code }
  const isRefused = REFUSING.includes(code)
  if (isRefused) world.log.warn('a message was refused', { run: run.id, message: claimed.entry.key })
  const held = (await moveEntry(world.store, claimed, isRefused ? 'rejected' : 'planned', step)) ?? claimed
  return { held, stopped: STOPPING.includes(code) ? code : null }
}

/** A door throws Failure only while nothing can have left; anything else that is thrown says nothing about it. */
async function letOut({ entry }: HeldEntry, { door }: OutboxWorld): Promise<SendOutcome> {
  try {
    return await door.send(thawMail(entry.content!), entry.draft)
  } catch (thrown) {
    const { code } = asFailure(thrown)
    if (code === 'internal') return { state: 'unknown', reason: code }
    if (REFUSING.includes(code)) return { state: 'rejected', reason: code }
    return { state: STOPPING.includes(code) ? 'stopped' : 'later', reason: code }
  }
}
