import { asFailure } from '../../errors.ts'
import type { MessageKind, OutboxEntry } from '../../model/outbox.ts'
import { textsFor } from '../../model/texts/texts.ts'
import type { Wanted } from '../outbox/deliver.ts'
import type { OutboxRun } from '../outbox/outbox-world.ts'
import { retain } from '../outbox/retain.ts'
import { type Batch, type OutboxResult, runOutbox } from '../outbox/run-outbox.ts'
import { type Tally, tally } from '../outbox/tally.ts'
import type { Recalculation } from '../recalculate.ts'
import { showSent } from '../show-sent.ts'
import type { MailRequest, MailWorld } from './mail-world.ts'
import { sameAddress } from './same-address.ts'

const PER_RUN = 2_000
const PER_SECOND = 2
/** A scheduled function is cut off after half an hour at the latest. */
const SECONDS = 20 * 60

/** What a job that mails answers with: codes and keys, no address and no figure. */
export interface MailDocument {
  run: { id: string; duplicateOf?: string; trigger: string }
  /** False where the schedule's time forbids it (F05). */
  mayMail: boolean
  warning: string | null
  /** Periods planned in this run. */
  periods: readonly string[]
  /** Periods that nobody gets any more (F06). */
  missed: readonly string[]
  /** Of the periods still worked on; planned = the sum of the others. */
  messages: Tally
  /** Why sending ended before all was sent. */
  stopped: string | null
  /** What people must look at: refused, or waiting for a decision. */
  attention: readonly { key: string; audience: string; state: string; reason: string }[]
}

/** What is due, and what is still wanted when it is its turn. */
export interface MailWork {
  kind: MessageKind
  batches: readonly Batch[]
  missed: readonly string[]
  wanted: Wanted
}

/** Sends what is due and shows it in Sent. Without the outbox nothing is sent, and the answer says so (F33). */
export async function runMail(
  work: MailWork,
  computed: Recalculation,
  request: MailRequest,
  world: MailWorld,
): Promise<MailDocument> {
  const { settings } = computed.judgement
  const run = outboxRun(computed, request)
  const limits = {
    perDay: settings.mailsPerDay,
    perRun: PER_RUN,
    perSecond: PER_SECOND,
    until: new Date(world.now().getTime() + (request.seconds ?? SECONDS) * 1000),
    timeZone: settings.timeZone,
  }
  if (work.missed.length > 0) world.log.warn('skipped (late)', { run: run.id, periods: work.missed.join(',') })
  const { to } = request
  const chosen = ({ recipient }: OutboxEntry) => !to || sameAddress(recipient.address, to)
  const result = await orStopped(() => runOutbox({ ...work, limits, chosen }, run, world), run, world)
  const entries = result.entries.map(({ entry }) => entry)
  await show(entries, computed, run, world)
  await dropOld(settings.mailKeptDays, run, world)
  const { sent, rejected, waiting, needsDecision } = result.tally
  world.log.info('mailed', { run: run.id, kind: work.kind, stopped: result.stopped, sent, rejected, waiting, needsDecision })
  return mailDocument(work, result, entries, computed, request)
}

/** The answer of a run that must not mail. */
export const refusedDocument = (computed: Recalculation, request: MailRequest): MailDocument =>
  mailDocument({ batches: [], missed: [] }, { tally: tally([], 0), stopped: 'schedule-time', entries: [] }, [], computed, request)

export const outboxRun = ({ runId, snapshot }: Recalculation, { tick }: MailRequest): OutboxRun => ({
  spreadsheetId: snapshot.structure.spreadsheetId,
  id: runId,
  trigger: tick.trigger,
})

function mailDocument(
  { batches, missed }: Pick<MailWork, 'batches' | 'missed'>,
  result: OutboxResult,
  entries: readonly OutboxEntry[],
  { document }: Recalculation,
  { tick }: MailRequest,
): MailDocument {
  const { id, duplicateOf } = document.run
  return {
    run: { id, ...(duplicateOf ? { duplicateOf } : {}), trigger: tick.trigger },
    mayMail: tick.mayMail,
    warning: tick.warning,
    periods: batches.map(({ period }) => period),
    missed,
    messages: result.tally,
    stopped: result.stopped,
    attention: entries
      .filter(({ state }) => state === 'rejected' || state === 'needs-decision')
      .map(({ key, recipient: { audience }, state, reason }) => ({ key, audience, state, reason })),
  }
}

async function orStopped(work: () => Promise<OutboxResult>, run: OutboxRun, world: MailWorld): Promise<OutboxResult> {
  try {
    return await work()
  } catch (thrown) {
    const failure = asFailure(thrown)
    if (failure.code !== 'store-unavailable') throw failure
    world.log.error('the outbox could not be reached', { run: run.id, code: failure.code })
    return { tally: tally([], 0), stopped: failure.code, entries: [] }
  }
}

/** What was sent is sent, whether or not it can be shown; the next run shows it. A mere second delivery has nothing to show (F01). */
async function show(entries: readonly OutboxEntry[], computed: Recalculation, run: OutboxRun, world: MailWorld): Promise<void> {
  const isNews = !computed.document.run.duplicateOf || entries.some(({ history }) => history.at(-1)?.by === run.id)
  if (entries.length === 0 || !isNews) return
  const { timeZone, language } = computed.judgement.settings
  try {
    await showSent(entries, timeZone, textsFor(language), world)
  } catch (thrown) {
    world.log.warn('the tab of sent mails could not be written', { run: run.id, code: asFailure(thrown).code })
  }
}

async function dropOld(keptDays: number, run: OutboxRun, world: MailWorld): Promise<void> {
  try {
    const dropped = await retain(world.store, run.spreadsheetId, keptDays, world.now())
    if (dropped > 0) world.log.info('contents of old mails dropped', { run: run.id, mails: dropped })
  } catch (thrown) {
    world.log.warn('contents of old mails were not dropped', { run: run.id, code: asFailure(thrown).code })
  }
}
