import type { MessageKind } from '../../model/outbox.ts'
import type { ObjectStore } from '../../ports.ts'
import { type Agenda, readAgenda } from './agenda.ts'
import { type HeldEntry, readHeld } from './held-entry.ts'
import { namesOfPeriod } from './period-names.ts'

/** Entries that this version of the program can read, and the names of those that it can't. */
export interface Listed {
  held: HeldEntry[]
  unread: string[]
}

/** Every message of the periods in which something may wait, or of one kind of them: what was sent, what waits, what is to be decided. */
export async function listOutbox(
  store: ObjectStore,
  spreadsheetId: string,
  kind?: MessageKind,
  agenda?: Agenda,
): Promise<Listed> {
  const { open } = agenda ?? (await readAgenda(store, spreadsheetId))
  const listed: Listed = { held: [], unread: [] }
  for (const each of open) {
    if (kind && each.kind !== kind) continue
    for (const name of await namesOfPeriod(store, spreadsheetId, each)) {
      const read = await readHeld(store, name)
      if (read === 'closed') listed.unread.push(name)
      else if (read) listed.held.push(read)
    }
  }
  return listed
}
