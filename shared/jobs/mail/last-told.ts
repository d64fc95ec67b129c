import type { DigestSchedule } from '../../model/digest-period.ts'
import { periodsBefore } from '../../model/digest-period.ts'
import type { ToldFigures } from '../../model/message.ts'
import { keyOf, nameOfKey, type Slot } from '../outbox/entry-name.ts'
import { readHeld } from '../outbox/held-entry.ts'
import type { OutboxRun, OutboxWorld } from '../outbox/outbox-world.ts'

/** How far back a last digest is looked for. */
const PERIODS: Record<DigestSchedule, number> = { weekly: 9, monthly: 4 }

/** What the last digest that surely reached this person told; null when there was none of late. */
export async function lastTold(
  schedule: DigestSchedule,
  slot: Slot,
  run: OutboxRun,
  { store }: OutboxWorld,
): Promise<ToldFigures | null> {
  for (const period of periodsBefore(schedule, slot.period, PERIODS[schedule])) {
    const key = keyOf(run.spreadsheetId, { ...slot, period })
    const held = await readHeld(store, nameOfKey(run.spreadsheetId, key)!)
    if (held === null || held === 'closed') continue
    const { state, reason, told } = held.entry
    if (told && (state === 'sent' || (state === 'skipped' && reason === 'unchanged'))) return told
  }
  return null
}
