import { asFailure } from '../../errors.ts'
import { dayAt } from '../../model/day.ts'
import type { OutboxEntry } from '../../model/outbox.ts'
import { takeAllowance } from './allowance.ts'
import { type HeldEntry, moveEntry } from './held-entry.ts'
import type { OutboxRun, OutboxWorld } from './outbox-world.ts'
import { sendEntry } from './send-entry.ts'

/** How much may leave, and how fast. */
export interface SendingLimits {
  /** Mails a day over all runs, in the plan's time zone. */
  perDay: number
  perRun: number
  perSecond: number
  /** No mail is begun after it: a run ends before it is cut off. */
  until: Date
  timeZone: string
}

/** So many outcomes in a row that nobody knows are the connection's fault: going on would park them all. */
const MOST_UNKNOWN = 3

/** Why an entry is not sent although it is planned, as a code; null: it is wanted as ever. Asked when it is its turn (security.md S27). */
export type Wanted = (entry: OutboxEntry) => string | null

/** Sends what is planned, one by one, within the limits. What isn't reached stays planned. Gives why it stopped before the end. */
export async function deliver(
  waiting: readonly HeldEntry[],
  wanted: Wanted,
  limits: SendingLimits,
  run: OutboxRun,
  world: OutboxWorld,
): Promise<{ delivered: HeldEntry[]; stopped: string | null }> {
  const delivered: HeldEntry[] = []
  const toSend: HeldEntry[] = []
  for (const held of waiting) {
    const reason = wanted(held.entry)
    if (reason === null) toSend.push(held)
    else delivered.push((await skipEntry(held, reason, run, world)) ?? held)
  }
  const day = dayAt(world.now(), limits.timeZone)
  const asked = Math.min(toSend.length, limits.perRun)
  const granted = await takeAllowance(world.store, run.spreadsheetId, day, limits.perDay, asked)
  let used = 0
  let unknown = 0
  let stopped = granted < asked ? 'daily-ceiling' : asked < toSend.length ? 'run-limit' : null
  for (const held of toSend.slice(0, granted)) {
    if (world.now() >= limits.until) {
      stopped = 'time'
      break
    }
    if (used > 0) await world.sleep(1000 / limits.perSecond)
    const sending = await sendEntry(held, run, world)
    delivered.push(sending.held)
    used++
    unknown = isUnknown(sending.held.entry) ? unknown + 1 : 0
    stopped = sending.stopped ?? (unknown >= MOST_UNKNOWN ? 'outcomes-unknown' : stopped)
    if (sending.stopped || unknown >= MOST_UNKNOWN) break
  }
  await giveBack(granted - used, day, limits, run, world)
  return { delivered, stopped }
}

/** A planned message that isn't to be sent any more; null when another run was first. */
export const skipEntry = (held: HeldEntry, reason: string, run: OutboxRun, world: OutboxWorld): Promise<HeldEntry | null> =>
  moveEntry(world.store, held, 'skipped', { by: run.id, at: world.now(), reason }, { content: null })

const isUnknown = ({ state, attempts }: OutboxEntry): boolean =>
  state === 'needs-decision' || (state === 'drafted' && attempts.at(-1)?.outcome === null)

/** Not given back, the day ends sooner for the others: no reason to fail. */
async function giveBack(unused: number, day: string, limits: SendingLimits, run: OutboxRun, world: OutboxWorld): Promise<void> {
  if (unused <= 0) return
  try {
    await takeAllowance(world.store, run.spreadsheetId, day, limits.perDay, -unused)
  } catch (thrown) {
    world.log.warn('allowance was not given back', { run: run.id, mails: unused, code: asFailure(thrown).code })
  }
}
