import { isSettled, type MessageKind, type OutboxEntry, wasResent } from '../../model/outbox.ts'
import { type Agenda, changeAgenda } from './agenda.ts'
import { deliver, type SendingLimits, skipEntry, type Wanted } from './deliver.ts'
import { periodPrefix } from './entry-name.ts'
import type { HeldEntry } from './held-entry.ts'
import { listOutbox } from './list-outbox.ts'
import type { OutboxRun, OutboxWorld } from './outbox-world.ts'
import { type DueMessage, planMessages } from './plan-messages.ts'
import { reconcileEntry } from './reconcile-entry.ts'
import { type Tally, tally } from './tally.ts'

/** A period without anything left to do is looked at no more when nobody has planned in it for so long. */
const CLOSES_AFTER_HOURS = 48

/** The messages that are due in a period of a schedule. */
export interface Batch {
  /** `digest-weekly`, `digest-monthly`, `reminder`. */
  schedule: string
  period: string
  due: readonly DueMessage[]
  /** All recipients are among them: when all are planned, the period is done with and nobody is added later. */
  whole: boolean
}

export interface OutboxRequest {
  kind: MessageKind
  batches: readonly Batch[]
  wanted: Wanted
  /** Only these are sent in this run; all without it. */
  chosen?: (entry: OutboxEntry) => boolean
  limits: SendingLimits
}

export interface OutboxResult {
  tally: Tally
  /** Why sending ended before all was sent, as a code. */
  stopped: string | null
  /** Everything looked at, as it is now. */
  entries: HeldEntry[]
}

/**
 * Finds out what earlier runs left, plans what is due, sends what is planned. Whatever kills it at whatever moment, the next one goes
 * on; no message leaves twice. Throws Failure `store-unavailable` when the outbox can't be reached: then nothing is sent (F33).
 */
export async function runOutbox(request: OutboxRequest, run: OutboxRun, world: OutboxWorld): Promise<OutboxResult> {
  const { kind, batches, wanted, limits, chosen = () => true } = request
  const now = world.now().toISOString()
  const agenda = await changeAgenda(world.store, run.spreadsheetId, (before) => opened(before, kind, batches, now))
  const { held, unread } = await listOutbox(world.store, run.spreadsheetId, kind, agenda)
  const entries = new Map<string, HeldEntry>()
  const keep = (some: readonly HeldEntry[]) => {
    for (const each of some) entries.set(each.name, each)
  }
  for (const each of held) keep([await reconcileEntry(each, run, world)])
  let isWhole = true
  for (const batch of batches) {
    const { planned, complete } = await planMessages({ kind, period: batch.period }, batch.due, run, world)
    keep(planned)
    isWhole &&= complete
    if (batch.whole) await changeAgenda(world.store, run.spreadsheetId, (before) => advanced(before, batch, complete, run.id))
    if (kind === 'digest') keep(await skipLate([...entries.values()], batch.period, run, world))
  }
  const inTurn = [...entries.values()]
    .filter(({ entry }) => entry.state === 'planned' && chosen(entry))
    .toSorted((a, b) => a.entry.plannedAt.localeCompare(b.entry.plannedAt) || a.name.localeCompare(b.name))
  const { delivered, stopped } = await deliver(inTurn, wanted, limits, run, world)
  keep(delivered)
  await closeOld(kind, [...entries.values()], unread, run, world)
  const all = [...entries.values()]
  return {
    tally: tally(
      all.map(({ entry }) => entry),
      unread.length,
    ),
    // A message that can't be composed isn't in the tally: who reads only that must not take it for all.
    stopped: stopped ?? (isWhole ? null : 'not-composed'),
    entries: all,
  }
}

/** The agenda with the batches' periods open, also where they were before: whoever is about to close one notices. */
function opened(agenda: Agenda, kind: MessageKind, batches: readonly Batch[], since: string): Agenda {
  if (batches.length === 0) return agenda
  const periods = new Set(batches.map(({ period }) => period))
  const others = agenda.open.filter((each) => each.kind !== kind || !periods.has(each.period))
  return { ...agenda, open: [...others, ...[...periods].map((period) => ({ kind, period, since }))] }
}

/** A schedule only ever goes forward. */
function advanced(agenda: Agenda, { schedule, period }: Batch, complete: boolean, run: string): Agenda {
  const before = agenda.latest[schedule]
  if (before && (before.period > period || (before.period === period && (before.complete || !complete)))) return agenda
  return { ...agenda, latest: { ...agenda.latest, [schedule]: { period, complete, run } } }
}

/** Weeks are spelt `2026-W12`, months `2026-03`. */
const isWeek = (period: string): boolean => period.includes('W')

/** Of a schedule's digests only the newest is sent; those that were never tried and are older are late (faults.md F06). */
async function skipLate(entries: readonly HeldEntry[], period: string, run: OutboxRun, world: OutboxWorld): Promise<HeldEntry[]> {
  const late = entries.filter(
    ({ entry }) =>
      entry.state === 'planned' && !wasResent(entry) && isWeek(entry.period) === isWeek(period) && entry.period < period,
  )
  const skipped: HeldEntry[] = []
  for (const held of late) skipped.push((await skipEntry(held, 'late', run, world)) ?? held)
  return skipped
}

async function closeOld(
  kind: MessageKind,
  entries: readonly HeldEntry[],
  unread: readonly string[],
  run: OutboxRun,
  world: OutboxWorld,
): Promise<void> {
  const before = new Date(world.now().getTime() - CLOSES_AFTER_HOURS * 3_600_000).toISOString()
  const busy = new Set(entries.filter(({ entry }) => !isSettled(entry.state)).map(({ entry }) => entry.period))
  const isUnread = (period: string) => unread.some((name) => name.startsWith(periodPrefix(run.spreadsheetId, kind, period)))
  const isDone = (each: Agenda['open'][number]) =>
    each.kind === kind && each.since < before && !busy.has(each.period) && !isUnread(each.period)
  await changeAgenda(world.store, run.spreadsheetId, (agenda) =>
    agenda.open.some(isDone) ? { ...agenda, open: agenda.open.filter((each) => !isDone(each)) } : agenda,
  )
}
