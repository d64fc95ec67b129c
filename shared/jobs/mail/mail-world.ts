import type { Chart } from '../../model/chart.ts'
import type { Day } from '../../model/day.ts'
import type { Language } from '../../model/language.ts'
import type { ComposedMessage, Recipient, ToldFigures } from '../../model/message.ts'
import type { Mail } from '../../ports.ts'
import type { OutboxWorld } from '../outbox/outbox-world.ts'
import type { RecalculateWorld, Recalculation } from '../recalculate.ts'
import type { ReminderDue } from '../reminders/reminders-due.ts'
import type { Tick } from '../schedule/read-tick.ts'

/** What a digest is composed from: one complete snapshot, whose run it names. */
interface DigestFacts {
  recipient: Recipient
  recalculation: Recalculation
  /** `2026-W12` or `2026-02`. */
  period: string
  /** What the last digest told this person; null before the first. */
  told: ToldFigures | null
}

/** What a reminder is composed from. */
interface ReminderFacts {
  reminder: ReminderDue
  recalculation: Recalculation
}

/** The words and pictures of mails, made elsewhere. */
export interface Composer {
  /** The message, and what of the figures it tells; `older` where the last one told a later period, which none may follow. */
  digest(facts: DigestFacts): { message: ComposedMessage; told: ToldFigures } | 'older'
  /** Null where there is nothing to say. */
  reminder(facts: ReminderFacts): ComposedMessage | null
  /** A chart as PNG. */
  draw(chart: Chart): Promise<Uint8Array>
  /** How a recipient of messages for that audience stops them. */
  unsubscribe(audience: string): Mail['unsubscribe']
}

export interface MailWorld extends RecalculateWorld, OutboxWorld {
  composer: Composer
}

export interface MailRequest {
  tick: Tick
  reason: string
  who: string
  /** The day of the run where it isn't the clock's (training, tests). */
  today?: Day
  /** The day that chooses the reporting period; today without it. */
  asOf?: Day
  /** Language of failures before the workbook's own is known. */
  language?: Language
  /** The address that mails come from. */
  senderAddress: string
  /** Only to this address; others are planned by another run. */
  to?: string
  /** No mail is begun so many seconds after the run began. */
  seconds?: number
}
