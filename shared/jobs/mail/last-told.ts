import type { DigestSchedule } from '../../model/digest-period.ts'
import { periodsBefore } from '../../model/digest-period.ts'
import type { ToldFigures } from '../../model/message.ts'
import { keyOf, nameOfKey, type Slot } from '../outbox/entry-name.ts'
import { readHeld } from '../outbox/held-entry.ts'
import type { OutboxRun, OutboxWorld } from '../outbox/outbox-world.ts'
import { namesOfPeriod } from '../outbox/period-names.ts'

/** How far back a last digest is looked for. */
const PERIODS: Record<DigestSchedule, number> = { weekly: 9, monthly: 4 }

/**
 * Finds what the last digest that surely reached a person told; null when there was none of late. What there is of an earlier period is
 * asked once for all recipients, since asking for each would cost those who never got one nine requests.
 */
export function openLastTold(
  { schedule, period }: { schedule: DigestSchedule; period: string },
  { spreadsheetId }: OutboxRun,
  { store }: OutboxWorld,
): (slot: Slot) => Promise<ToldFigures | null> {
  const asked = new Map<string, Promise<ReadonlySet<string>>>()
  const namesOf = (earlier: string): Promise<ReadonlySet<string>> => {
    const known = asked.get(earlier)
    if (known) return known
    const names = namesOfPeriod(store, spreadsheetId, { kind: 'digest', period: earlier })
    asked.set(earlier, names)
    return names
  }
  return async (slot) => {
    for (const earlier of periodsBefore(schedule, period, PERIODS[schedule])) {
      const name = nameOfKey(spreadsheetId, keyOf(spreadsheetId, { ...slot, period: earlier }))!
      if (!(await namesOf(earlier)).has(name)) continue
      const held = await readHeld(store, name)
      if (held === null || held === 'closed') continue
      const { state, reason, told } = held.entry
      if (told && (state === 'sent' || (state === 'skipped' && reason === 'unchanged'))) return told
    }
    return null
  }
}
