import type { SendingLimits } from '../../shared/jobs/outbox/deliver.ts'
import type { OutboxRun, OutboxWorld } from '../../shared/jobs/outbox/outbox-world.ts'
import type { DueMessage } from '../../shared/jobs/outbox/plan-messages.ts'
import { type Batch, type OutboxRequest, runOutbox } from '../../shared/jobs/outbox/run-outbox.ts'
import type { OutboxEntry } from '../../shared/model/outbox.ts'
import type { Mail, MailDoor, ObjectStore } from '../../shared/ports.ts'
import { type MailboxKind, type MemoryMailbox, memoryMailbox } from './memory-mailbox.ts'
import { type MemoryStore, memoryStore } from './memory-store.ts'
import { type Logged, recordedLog } from './recorded-log.ts'
import { storedEntries } from './stored-entries.ts'

export const SPREADSHEET = 'spreadsheet-1'

/** A mail to the address that says from which snapshot it is. */
export const mailOf = (address: string, key: string, snapshot: string): Mail => ({
  from: { name: '统计局', address: 'bureau@example.cn' },
  replyTo: null,
  to: { name: '', address },
  subject: `简报 ${snapshot}`,
  html: `<p>${snapshot}</p>`,
  text: snapshot,
  images: [{ cid: 'chart', fileName: 'chart.png', png: new Uint8Array([0x89, 0x50, 0, 255]), alternative: 'chart' }],
  key,
  messageId: `<${key}@example.cn>`,
  unsubscribe: null,
  language: 'zh-CN',
})

export const dueDigest = (address: string, period: string, snapshot: string): DueMessage => ({
  kind: 'digest',
  period,
  stage: '',
  address,
  audience: 'county',
  name: '',
  compose: async (key) => ({ mail: mailOf(address, key, snapshot), told: null }),
})

/** A store, a mailbox and a clock that outlive the processes working on them. */
export interface OutboxCase {
  store: MemoryStore
  mailbox: MemoryMailbox
  logged: Logged[]
  advance(minutes: number): void
  now(): Date
  world(doors?: { store?: ObjectStore; door?: MailDoor }): OutboxWorld
  limits(changes?: Partial<SendingLimits>): SendingLimits
  /** One run over the addresses; the snapshot named in its mails is the run's own. */
  run(
    id: string,
    addresses: readonly string[],
    more?: Partial<Omit<OutboxRequest, 'limits'>> & {
      period?: string
      world?: OutboxWorld
      limits?: Partial<SendingLimits>
      run?: Partial<OutboxRun>
    },
  ): ReturnType<typeof runOutbox>
  entries(): OutboxEntry[]
  entryOf(address: string, period?: string): OutboxEntry
}

export function outboxCase({
  mailbox: kind = 'drafts',
  store = memoryStore(),
}: {
  mailbox?: MailboxKind
  store?: MemoryStore
} = {}): OutboxCase {
  let nowMs = Date.parse('2026-03-16T00:00:00Z')
  const mailbox = memoryMailbox(kind)
  const { log, logged } = recordedLog()
  const now = () => new Date(nowMs)
  const world: OutboxCase['world'] = (doors = {}) => ({
    now,
    random: () => 0.5,
    log,
    store,
    door: mailbox.door(),
    sleep: async (ms) => {
      nowMs += ms
    },
    ...doors,
  })
  const limits: OutboxCase['limits'] = (changes = {}) => ({
    perDay: 10_000,
    perRun: 10_000,
    perSecond: 2,
    until: new Date(nowMs + 8 * 3_600_000),
    timeZone: 'Asia/Shanghai',
    ...changes,
  })
  const entries = () => storedEntries(store)
  return {
    store,
    mailbox,
    logged,
    now,
    world,
    limits,
    advance: (minutes) => {
      nowMs += minutes * 60_000
    },
    run: (id, addresses, { period = '2026-W12', world: ownWorld, limits: ownLimits, run, ...more } = {}) => {
      const batch: Batch = {
        schedule: 'digest-weekly',
        period,
        due: addresses.map((address) => dueDigest(address, period, id)),
        whole: true,
      }
      const request = { kind: 'digest' as const, batches: [batch], wanted: () => null, limits: limits(ownLimits), ...more }
      return runOutbox(request, { spreadsheetId: SPREADSHEET, id, trigger: 'scheduled', ...run }, ownWorld ?? world())
    },
    entries,
    entryOf: (address, period = '2026-W12') =>
      entries().find((entry) => entry.recipient.address === address && entry.period === period)!,
  }
}
