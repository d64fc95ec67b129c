import { asFailure } from '../../errors.ts'
import type { ToldFigures } from '../../model/message.ts'
import type { OutboxEntry } from '../../model/outbox.ts'
import type { Mail } from '../../ports.ts'
import { keyOf, nameOfKey, type Slot } from './entry-name.ts'
import { freezeMail } from './frozen-mail.ts'
import { type HeldEntry, readHeld, writeHeld } from './held-entry.ts'
import type { OutboxRun, OutboxWorld } from './outbox-world.ts'
import { namesOfPeriod } from './period-names.ts'

/** What is put into a slot: a mail and what it tells, or the reason why this time there is none. */
type Intent = { mail: Mail; told: ToldFigures | null } | { skip: string; told: ToldFigures | null }

/** A message that is due. */
export interface DueMessage extends Slot {
  /** Name of the recipient. */
  name: string
  /** Made only when the slot is empty; with the key that the mail must carry. */
  compose(key: string): Promise<Intent>
}

/**
 * Fills the empty slots of a period, each at once with everything that will be sent (faults.md F10). A slot that has an entry keeps it,
 * whoever put it there. False when not every slot could be filled: a message that can't be composed stops no other.
 */
export async function planMessages(
  period: { kind: Slot['kind']; period: string },
  due: readonly DueMessage[],
  run: OutboxRun,
  world: OutboxWorld,
): Promise<{ planned: HeldEntry[]; complete: boolean }> {
  const taken = await namesOfPeriod(world.store, run.spreadsheetId, period)
  const planned: HeldEntry[] = []
  let complete = true
  for (const message of due) {
    const key = keyOf(run.spreadsheetId, message)
    const name = nameOfKey(run.spreadsheetId, key)!
    if (taken.has(name)) continue
    const intent = await composed(message, key, run, world)
    if (!intent) {
      complete = false
      continue
    }
    const written = await writeHeld(world.store, name, entryOf(message, key, intent, run, world.now()), '0')
    const held = written ?? (await readHeld(world.store, name))
    if (held && held !== 'closed') planned.push(held)
  }
  return { planned, complete }
}

async function composed(message: DueMessage, key: string, run: OutboxRun, world: OutboxWorld): Promise<Intent | null> {
  try {
    return await message.compose(key)
  } catch (thrown) {
    world.log.error('a message could not be composed', { run: run.id, message: key, code: asFailure(thrown).code })
    return null
  }
}

function entryOf(message: DueMessage, key: string, intent: Intent, run: OutboxRun, now: Date): OutboxEntry {
  const skip = 'skip' in intent
  const state = skip ? 'skipped' : 'planned'
  const reason = skip ? intent.skip : ''
  const at = now.toISOString()
  return {
    version: 1,
    key,
    kind: message.kind,
    period: message.period,
    stage: message.stage,
    recipient: { address: message.address, name: message.name, audience: message.audience },
    subject: skip ? '' : intent.mail.subject,
    content: skip ? null : freezeMail(intent.mail),
    told: intent.told,
    state,
    reason,
    run: run.id,
    plannedAt: at,
    claim: null,
    draft: null,
    attempts: [],
    reference: null,
    history: [{ at, by: run.id, from: null, to: state, reason }],
  }
}
