import { readSettings } from '../intake/read-settings.ts'
import type { Language } from '../model/language.ts'
import type { Settings } from '../model/settings.ts'
import { textsFor } from '../model/texts/texts.ts'
import type { ObjectStore, Workbook, World } from '../ports.ts'
import { columnsOfTab } from './columns-of-tab.ts'
import { resend, waive } from './outbox/decide.ts'
import { erase } from './outbox/erase.ts'
import type { HeldEntry } from './outbox/held-entry.ts'
import { readSnapshot, type Snapshot, tabCells } from './read-snapshot.ts'
import { showSent } from './show-sent.ts'

/** What a person wants done with messages: one sent again or not at all, or everything to an address erased. */
export type OutboxChange = { do: 'resend' | 'waive'; key: string } | { do: 'erase'; address: string }

export interface OutboxChangeRequest {
  change: OutboxChange
  who: string
  /** Language of failures before the workbook's own is known. */
  language?: Language
}

/** Messages changed, by key; `left` are those just being sent, for which an erasure is to be repeated. */
export interface OutboxChangeDocument {
  changed: readonly { key: string; state: string }[]
  left: number
}

/** Does it, and shows it in Sent. Throws Failure `no-such-message`, `message-decided`, `store-unavailable`. */
export async function changeOutbox(
  { change, who, language = 'zh-CN' }: OutboxChangeRequest,
  world: World & { workbook: Workbook; store: ObjectStore },
): Promise<OutboxChangeDocument> {
  const snapshot = await readSnapshot(world.workbook, textsFor(language))
  const settings = settingsOf(snapshot)
  const by = { spreadsheetId: snapshot.structure.spreadsheetId, by: who, at: world.now() }
  const { held, left } = await apply(change, by, world.store)
  const entries = held.map(({ entry }) => entry)
  world.log.info('outbox changed', { change: change.do, messages: entries.length, left })
  await showSent(entries, settings.timeZone, textsFor(settings.language), world)
  return { changed: entries.map(({ key, state }) => ({ key, state })), left }
}

async function apply(
  change: OutboxChange,
  by: { spreadsheetId: string; by: string; at: Date },
  store: ObjectStore,
): Promise<{ held: HeldEntry[]; left: number }> {
  if (change.do === 'erase') {
    const { erased, left } = await erase({ ...by, address: change.address }, store)
    return { held: erased, left }
  }
  const decide = change.do === 'resend' ? resend : waive
  return { held: [await decide({ ...by, key: change.key }, store)], left: 0 }
}

function settingsOf(snapshot: Snapshot): Settings {
  const cells = tabCells(snapshot, 'settings')
  return readSettings({ tab: 'settings', cells, columns: columnsOfTab('settings', cells) }).settings
}
