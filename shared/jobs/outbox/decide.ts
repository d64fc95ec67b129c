import { Failure } from '../../errors.ts'
import type { OutboxState } from '../../model/outbox.ts'
import type { ObjectStore } from '../../ports.ts'
import { changeAgenda } from './agenda.ts'
import { nameOfKey } from './entry-name.ts'
import { type HeldEntry, moveEntry, readHeld } from './held-entry.ts'

/** A person's decision about one message. */
export interface Decision {
  spreadsheetId: string
  key: string
  /** Who decides. */
  by: string
  at: Date
}

/** What may be sent again: never what is known to have been sent, or is still on its way by itself. */
const RESENDABLE: readonly OutboxState[] = ['needs-decision', 'rejected', 'waived']

/**
 * Plans the message anew, with the content that it had: a new attempt on record, under a name of its own, so that the provider doesn't
 * take it for the one before. The next run sends it. Throws Failure `no-such-message`, `message-decided`.
 */
export async function resend(decision: Decision, store: ObjectStore): Promise<HeldEntry> {
  const held = await find(decision, store)
  const { content, state, key, history } = held.entry
  if (!RESENDABLE.includes(state) || !content) throw new Failure('message-decided', { key, state })
  const again = `${key}.r${history.filter(({ reason }) => reason === 'resend').length + 1}`
  const messageId = content.messageId.replace(/^<[^@]*/, `<${again}`)
  await changeAgenda(store, decision.spreadsheetId, (agenda) => {
    const { kind, period } = held.entry
    const others = agenda.open.filter((each) => each.kind !== kind || each.period !== period)
    return { ...agenda, open: [...others, { kind, period, since: decision.at.toISOString() }] }
  })
  const changes = { draft: null, claim: null, content: { ...content, key: again, messageId } }
  return decided(held, await moveEntry(store, held, 'planned', { ...decision, reason: 'resend' }, changes))
}

/** Decides that the message isn't sent. Throws Failure like resend. */
export async function waive(decision: Decision, store: ObjectStore): Promise<HeldEntry> {
  const held = await find(decision, store)
  const { state, key } = held.entry
  if (state !== 'needs-decision' && state !== 'planned') throw new Failure('message-decided', { key, state })
  return decided(held, await moveEntry(store, held, 'waived', { ...decision, reason: 'waived' }))
}

async function find({ spreadsheetId, key }: Decision, store: ObjectStore): Promise<HeldEntry> {
  const name = nameOfKey(spreadsheetId, key)
  const held = name ? await readHeld(store, name) : null
  if (!held || held === 'closed') throw new Failure('no-such-message', { key: key.slice(0, 100) })
  return held
}

/** Somebody else, mostly a run, moved the message on in the meantime. */
function decided({ entry }: HeldEntry, moved: HeldEntry | null): HeldEntry {
  if (!moved) throw new Failure('message-decided', { key: entry.key, state: entry.state })
  return moved
}
