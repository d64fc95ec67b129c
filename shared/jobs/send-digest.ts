import { Failure } from '../errors.ts'
import { dayAt } from '../model/day.ts'
import type { Recipient, ToldFigures } from '../model/message.ts'
import type { OutboxEntry } from '../model/outbox.ts'
import { textsFor } from '../model/texts/texts.ts'
import { addressMail } from './mail/address-mail.ts'
import { audienceText } from './mail/audience-text.ts'
import { openLastTold } from './mail/last-told.ts'
import type { MailRequest, MailWorld } from './mail/mail-world.ts'
import { type MailDocument, outboxRun, refusedDocument, runMail } from './mail/run-mail.ts'
import { sameAddress } from './mail/same-address.ts'
import { type Agenda, readAgenda } from './outbox/agenda.ts'
import type { DueMessage } from './outbox/plan-messages.ts'
import type { Batch } from './outbox/run-outbox.ts'
import { type Recalculation, recalculation } from './recalculate.ts'
import { agendaName, type DigestDue, digestsDue } from './schedule/digests-due.ts'

/**
 * Recalculates, and sends the digests that are due: each from this run's one snapshot, each once. Whatever an earlier run left is brought
 * to an end first. A run whose schedule's time can't be trusted only recalculates (faults.md F05).
 */
export async function sendDigest(request: MailRequest, world: MailWorld): Promise<MailDocument> {
  const { tick } = request
  const asked = { ...request, ...(tick.id ? { trigger: `digest ${tick.id}` } : {}) }
  let computed = await recalculation(asked, world)
  if (tick.warning) world.log.warn(tick.warning, { run: computed.document.run.id, mayMail: tick.mayMail })
  if (!tick.mayMail) return refusedDocument(computed, request)
  const { due, missed } = await whatIsDue(computed, request, world)
  // A second delivery of one tick whose first died before it had planned: its digests need a run whose figures they tell.
  if (due.length > 0 && computed.document.run.duplicateOf) computed = await recalculation(request, world)
  const recipients = recipientsOf(computed)
  const batches = due.map((period) => batchOf(period, recipients, computed, request, world))
  return runMail({ kind: 'digest', batches, missed, wanted: stillListed(recipients, computed) }, computed, request, world)
}

async function whatIsDue(computed: Recalculation, request: MailRequest, world: MailWorld) {
  const { settings } = computed.judgement
  const day = request.today ?? dayAt(request.tick.at, settings.timeZone)
  const agenda = await agendaIfThere(computed, world)
  return agenda ? digestsDue(day, settings, agenda) : { due: [], missed: [] }
}

/** Null when the outbox can't be reached; sending says so. */
async function agendaIfThere({ snapshot }: Recalculation, { store }: MailWorld): Promise<Agenda | null> {
  try {
    return await readAgenda(store, snapshot.structure.spreadsheetId)
  } catch (thrown) {
    if (thrown instanceof Failure && thrown.code === 'store-unavailable') return null
    throw thrown
  }
}

/** Without the tab nobody can be told from anybody: nothing is sent. */
function recipientsOf({ judgement }: Recalculation): readonly Recipient[] {
  if (judgement.recipients) return judgement.recipients
  throw new Failure('tab-missing', { tab: textsFor(judgement.settings.language).workbook.tab.recipients })
}

function batchOf(
  { schedule, period }: DigestDue,
  recipients: readonly Recipient[],
  computed: Recalculation,
  request: MailRequest,
  world: MailWorld,
): Batch {
  const chosen = recipients.filter(
    (each) => each.active && each.schedule === schedule && (!request.to || sameAddress(each.email, request.to)),
  )
  const lastTold = openLastTold({ schedule, period }, outboxRun(computed, request), world)
  const due = chosen.map((recipient) => messageOf(recipient, period, lastTold, computed, request, world))
  return { schedule: agendaName(schedule), period, due, whole: !request.to }
}

function messageOf(
  recipient: Recipient,
  period: string,
  lastTold: ReturnType<typeof openLastTold>,
  computed: Recalculation,
  request: MailRequest,
  world: MailWorld,
): DueMessage {
  const { composer } = world
  const audience = audienceText(recipient.audience, computed.judgement.register)
  const slot = { kind: 'digest' as const, period, stage: '', address: recipient.email, audience }
  return {
    ...slot,
    name: recipient.name,
    compose: async (key) => {
      const told = await lastTold(slot)
      const composed = composer.digest({ recipient, recalculation: computed, period, told })
      if (composed === 'older') return { skip: 'older', told }
      if (recipient.onlyIfChanged && told && tellsTheSame(told, composed.told)) return { skip: 'unchanged', told: composed.told }
      const to = { ...slot, name: recipient.name, language: recipient.language }
      return { mail: await addressMail(composed.message, to, key, computed, request, composer), told: composed.told }
    },
  }
}

/** Do both tell the same values and states, whatever the day? */
function tellsTheSame(before: ToldFigures, now: ToldFigures): boolean {
  const keys = new Set([...Object.keys(before.indicators), ...Object.keys(now.indicators)])
  return [...keys].every((key) => {
    const [old, current] = [before.indicators[key], now.indicators[key]]
    return old?.value === current?.value && old?.status === current?.status
  })
}

/** Who is switched off, removed or given another audience gets nothing, also of what was planned before (security.md S27, S15). */
const stillListed =
  (recipients: readonly Recipient[], { judgement }: Recalculation) =>
  ({ recipient }: OutboxEntry): string | null =>
    recipients.some(
      (each) =>
        each.active &&
        sameAddress(each.email, recipient.address) &&
        audienceText(each.audience, judgement.register) === recipient.audience,
    )
      ? null
      : 'inactive'
