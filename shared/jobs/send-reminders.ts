import { dayAt } from '../model/day.ts'
import { formatMonth } from '../model/month.ts'
import { type OutboxEntry, wasResent } from '../model/outbox.ts'
import { addressMail } from './mail/address-mail.ts'
import type { MailRequest, MailWorld } from './mail/mail-world.ts'
import { type MailDocument, refusedDocument, runMail } from './mail/run-mail.ts'
import { sameAddress } from './mail/same-address.ts'
import { keyOf, type Slot } from './outbox/entry-name.ts'
import type { DueMessage } from './outbox/plan-messages.ts'
import type { Batch } from './outbox/run-outbox.ts'
import { type Recalculation, recalculation } from './recalculate.ts'
import { type ReminderDue, remindersDue } from './reminders/reminders-due.ts'

export interface RemindersDocument extends MailDocument {
  /** Enterprises that a reminder doesn't reach, by name, for the bureau to call: without a usable address, or refused. */
  unreachable: readonly { enterprise: string; why: 'no-address' | 'refused' }[]
}

/**
 * Recalculates, and reminds the contacts of enterprises whose report is missing or doesn't count. At most one mail an enterprise, month
 * and stage, and none any more once the row is accepted, also of what was planned before.
 */
export async function sendReminders(request: MailRequest, world: MailWorld): Promise<RemindersDocument> {
  const { tick } = request
  const computed = await recalculation({ ...request, ...(tick.id ? { trigger: `reminders ${tick.id}` } : {}) }, world)
  if (tick.warning) world.log.warn(tick.warning, { run: computed.document.run.id, mayMail: tick.mayMail })
  const { judgement, snapshot } = computed
  const day = request.today ?? dayAt(tick.at, judgement.settings.timeZone)
  const { due, unreachable } = remindersDue(judgement, day)
  const addressless = unreachable.map(({ name }) => ({ enterprise: name, why: 'no-address' as const }))
  if (!tick.mayMail) return { ...refusedDocument(computed, request), unreachable: addressless }
  const chosen = due.filter(({ enterprise }) => !request.to || sameAddress(enterprise.contactEmail, request.to))
  const messages = chosen.map((reminder) => messageOf(reminder, computed, request, world))
  const keys = new Set(due.map((reminder) => keyOf(snapshot.structure.spreadsheetId, slotOf(reminder))))
  const wanted = (entry: OutboxEntry) => (keys.has(entry.key) || isStillContact(entry, computed) ? null : 'not-due')
  const document = await runMail({ kind: 'reminder', batches: byPeriod(messages), missed: [], wanted }, computed, request, world)
  return { ...document, unreachable: [...addressless, ...refusedIn(document)] }
}

/** Each enterprise once, however many of its reminders were refused. */
function refusedIn({ attention }: MailDocument): { enterprise: string; why: 'refused' }[] {
  const audiences = attention.filter(({ state }) => state === 'rejected').map(({ audience }) => audience)
  return [...new Set(audiences)].map((audience) => ({ enterprise: audience.replace(/^enterprise:/, ''), why: 'refused' }))
}

/**
 * One slot an enterprise, month and stage. Rows that don't count are one slot for each set of reasons: a row that was changed and is
 * now wrong in another way is worth another mail, a mere other figure is not.
 */
function slotOf({ enterprise, month, stage, rows }: ReminderDue): Slot {
  const rules = [...new Set(rows.flatMap(({ problems }) => problems.filter(blocks).map(({ rule }) => rule)))].sort()
  return {
    kind: 'reminder',
    period: formatMonth(month),
    stage: stage === 'problem' ? `problem ${rules.join(' ')}` : stage,
    address: enterprise.contactEmail,
    audience: `enterprise:${enterprise.name}`,
  }
}

const blocks = ({ severity }: { severity: string }): boolean => severity !== 'note'

function messageOf(reminder: ReminderDue, computed: Recalculation, request: MailRequest, world: MailWorld): DueMessage {
  const { enterprise } = reminder
  const { language } = computed.judgement.settings
  const slot = slotOf(reminder)
  return {
    ...slot,
    name: enterprise.contactName,
    compose: async (key) => {
      const message = world.composer.reminder({ reminder, recalculation: computed })
      if (!message) return { skip: 'nothing-to-say', told: null }
      const to = { ...slot, name: enterprise.contactName, language }
      return { mail: await addressMail(message, to, key, computed, request, world.composer), told: null }
    },
  }
}

function byPeriod(messages: readonly DueMessage[]): Batch[] {
  const periods = [...new Set(messages.map(({ period }) => period))].sort()
  return periods.map((period) => ({
    schedule: 'reminder',
    period,
    due: messages.filter((message) => message.period === period),
    // Reminders of a month come up day by day.
    whole: false,
  }))
}

/** What a person had sent again isn't held up by its season, but still goes to nobody but the contact. */
const isStillContact = (entry: OutboxEntry, { judgement }: Recalculation): boolean =>
  wasResent(entry) &&
  judgement.register.some(
    ({ name, contactEmail }) =>
      `enterprise:${name}` === entry.recipient.audience && sameAddress(contactEmail, entry.recipient.address),
  )
