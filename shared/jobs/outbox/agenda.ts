import { z } from 'zod'
import { Failure } from '../../errors.ts'
import { MessageKind } from '../../model/outbox.ts'
import type { ObjectStore } from '../../ports.ts'
import { folderOf } from './entry-name.ts'

/** What is being worked on: it tells a run where to look without reading everything that was ever sent. */
const Agenda = z.object({
  version: z.literal(1),
  /** Kinds and periods in which messages may wait; `since` is when somebody last planned in it. */
  open: z.array(z.object({ kind: MessageKind, period: z.string(), since: z.string() })),
  /** By schedule: the newest period planned, and whether every recipient's message of it is planned. */
  latest: z.record(z.string(), z.object({ period: z.string(), complete: z.boolean(), run: z.string() })),
  /** Kinds and periods whose messages have no content any more, as `digest/2026-W12`. */
  emptied: z.array(z.string()),
})
export type Agenda = z.infer<typeof Agenda>

const EMPTY: Agenda = { version: 1, open: [], latest: {}, emptied: [] }

/** How often a change starts over when somebody else changes the agenda in between. */
const MOST_ATTEMPTS = 20

const nameOf = (spreadsheetId: string): string => `${folderOf(spreadsheetId)}/agenda.json`

export async function readAgenda(store: ObjectStore, spreadsheetId: string): Promise<Agenda> {
  return (await held(store, spreadsheetId)).agenda
}

/** Changes the agenda, on its newest state; a change that gives the same object back writes nothing. */
export async function changeAgenda(
  store: ObjectStore,
  spreadsheetId: string,
  change: (agenda: Agenda) => Agenda,
): Promise<Agenda> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const { agenda, generation } = await held(store, spreadsheetId)
    const next = change(agenda)
    if (next === agenda) return agenda
    if (await store.write(nameOf(spreadsheetId), JSON.stringify(next), generation)) return next
  }
  throw new Failure('store-unavailable', { what: 'agenda' })
}

async function held(store: ObjectStore, spreadsheetId: string): Promise<{ agenda: Agenda; generation: string }> {
  const stored = await store.read(nameOf(spreadsheetId))
  if (!stored) return { agenda: EMPTY, generation: '0' }
  const parsed = Agenda.safeParse(JSON.parse(stored.text))
  // One that can't be read may be a newer version's: without knowing what waits, nothing is sent.
  if (!parsed.success) throw new Failure('store-unavailable', { what: 'agenda' })
  return { agenda: parsed.data, generation: stored.generation }
}
