import type { Composer, MailRequest, MailWorld } from '../../shared/jobs/mail/mail-world.ts'
import { readTick } from '../../shared/jobs/schedule/read-tick.ts'
import { sendDigest } from '../../shared/jobs/send-digest.ts'
import { sendReminders } from '../../shared/jobs/send-reminders.ts'
import { formatMonth } from '../../shared/model/month.ts'
import type { OutboxEntry } from '../../shared/model/outbox.ts'
import { type County, type CountyOptions, startCounty } from './county.ts'
import { cutEmptyRows } from './cut-empty-rows.ts'
import { type MailboxKind, type MemoryMailbox, memoryMailbox } from './memory-mailbox.ts'
import { type MemoryStore, memoryStore } from './memory-store.ts'
import { storedEntries } from './stored-entries.ts'

/** Says just enough to tell messages apart. */
const plainComposer: Composer = {
  digest: ({ recipient, recalculation, period, told }) => {
    const { progress, runId } = recalculation
    const indicators = Object.fromEntries(progress.indicators.map(({ key, value, status }) => [key, { value, status }]))
    const text = `${period} ${recipient.audience.of} run ${runId} before ${told?.indicators.output?.value ?? 'nothing'}`
    return {
      message: { subject: `digest ${period}`, html: `<p>${text}</p>`, text, pictures: [] },
      told: { asOf: progress.asOf, period: formatMonth(progress.period), indicators },
    }
  },
  reminder: ({ reminder: { stage, month, rows } }) => {
    const text = `${stage} ${formatMonth(month)} rows ${rows.map(({ row }) => row).join(',')}`
    return { subject: text, html: `<p>${text}</p>`, text, pictures: [] }
  },
  draw: async () => new Uint8Array(),
  unsubscribe: () => null,
}

/** A county whose outbox and mailbox are in memory, while its workbook is worked on over HTTP. */
export interface MailingCounty extends County {
  store: MemoryStore
  mailbox: MemoryMailbox
  composer: Composer
  /** The scheduler's call that was due at that time (UTC), arriving then. */
  digest(scheduleTime: string, doors?: Partial<MailWorld>, more?: Partial<MailRequest>): ReturnType<typeof sendDigest>
  remind(scheduleTime: string, doors?: Partial<MailWorld>, more?: Partial<MailRequest>): ReturnType<typeof sendReminders>
  entries(): OutboxEntry[]
  /** Addresses of what was accepted, in alphabetical order. */
  reached(): string[]
  type(sheet: string, cell: string, value: string | number | boolean): void
}

export async function startMailingCounty(options: CountyOptions & { mailbox?: MailboxKind } = {}): Promise<MailingCounty> {
  const county = await startCounty(options)
  cutEmptyRows(county, Math.max(40, (options.recipients?.length ?? 0) + 2))
  const store = memoryStore()
  const mailbox = memoryMailbox(options.mailbox ?? 'drafts')
  let nowMs = 0
  const worldAt = (scheduleTime: string, doors: Partial<MailWorld>): MailWorld => {
    nowMs = Date.parse(scheduleTime)
    return {
      ...county.world(),
      now: () => new Date(nowMs),
      store,
      door: mailbox.door(),
      sleep: async (ms) => {
        nowMs += ms
      },
      composer: plainComposer,
      ...doors,
    }
  }
  const requestAt = (scheduleTime: string, more: Partial<MailRequest>): MailRequest => ({
    tick: readTick({ fromScheduler: true, cronFormat: true, scheduleTime }, new Date(scheduleTime)),
    reason: 'schedule',
    who: 'scheduler',
    senderAddress: 'bureau@example.cn',
    ...more,
  })
  return {
    ...county,
    store,
    mailbox,
    composer: plainComposer,
    digest: (at, doors = {}, more = {}) => sendDigest(requestAt(at, more), worldAt(at, doors)),
    remind: (at, doors = {}, more = {}) => sendReminders(requestAt(at, more), worldAt(at, doors)),
    entries: () => storedEntries(store),
    reached: () => mailbox.accepted.map(({ to }) => to.address).sort(),
    type: (sheet, cell, value) => county.edit({ kind: 'editCell', sheet, cell, value }),
  }
}
