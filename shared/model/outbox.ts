import { z } from 'zod'
import { Language } from './language.ts'
import { STATUSES } from './progress.ts'

export const MessageKind = z.enum(['digest', 'reminder'])
export type MessageKind = z.infer<typeof MessageKind>

/**
 * `planned`: content frozen, nobody is at it; `claimed`: a run has taken it, nothing left yet; `drafted`: it may have left at any moment
 * from here on; `sent`, `rejected`: known; `needs-decision`: it may or may not have left, a person decides; `waived`: a person decided
 * that it isn't sent; `skipped`: not wanted any more, or never (nothing changed).
 */
export const OutboxState = z.enum(['planned', 'claimed', 'drafted', 'sent', 'rejected', 'needs-decision', 'waived', 'skipped'])
export type OutboxState = z.infer<typeof OutboxState>

/** Which states each state may turn into. Back to `planned` only where it is proven, or decided by a person, that nothing left. */
export const TURNS_INTO: Readonly<Record<OutboxState, readonly OutboxState[]>> = {
  planned: ['claimed', 'skipped', 'waived'],
  claimed: ['planned', 'drafted', 'rejected'],
  drafted: ['planned', 'sent', 'rejected', 'needs-decision'],
  sent: [],
  rejected: ['planned'],
  'needs-decision': ['planned', 'sent', 'waived'],
  waived: ['planned'],
  skipped: [],
}

/** States in which something is still to happen by itself. */
export const isWaiting = (state: OutboxState): boolean => state === 'planned' || state === 'claimed' || state === 'drafted'

/** Is nothing to happen any more, by itself or by a person? */
export const isSettled = (state: OutboxState): boolean => !isWaiting(state) && state !== 'needs-decision'

/** What starts a run: the clock, somebody who forces the clock's job, or a person asking for it. */
export const Trigger = z.enum(['scheduled', 'forced', 'manual'])
export type Trigger = z.infer<typeof Trigger>

/** A mail as it is kept: pictures as base64. */
export const FrozenMail = z.object({
  from: z.object({ name: z.string(), address: z.string() }),
  replyTo: z.string().nullable(),
  to: z.object({ name: z.string(), address: z.string() }),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  images: z.array(z.object({ cid: z.string(), fileName: z.string(), pngBase64: z.string(), alternative: z.string() })),
  key: z.string(),
  messageId: z.string(),
  unsubscribe: z.object({ url: z.string().nullable(), mailto: z.string().nullable() }).nullable(),
  language: Language,
})
export type FrozenMail = z.infer<typeof FrozenMail>

/** How an attempt to send ended; null: not known to have ended. */
const AttemptOutcome = z.enum(['sent', 'rejected', 'later', 'stopped', 'unknown', 'not-sent'])

const Attempt = z.object({
  run: z.string(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  outcome: AttemptOutcome.nullable(),
  reason: z.string(),
})

/** One message to one recipient in one period, with everything that happened to it (faults.md, "Mail goes through an outbox"). */
export const OutboxEntry = z.object({
  version: z.literal(1),
  /** Names the message to people, in its object's name and in our mail header; carries no address. */
  key: z.string(),
  kind: MessageKind,
  period: z.string(),
  /** Of a reminder: before, at or after the due date, or the problem that it is about; empty for a digest. */
  stage: z.string(),
  /** Name and address are empty once they were erased. */
  recipient: z.object({ address: z.string(), name: z.string(), audience: z.string() }),
  subject: z.string(),
  /** Null once it is no longer needed. */
  content: FrozenMail.nullable(),
  told: z
    .object({
      asOf: z.string(),
      period: z.string(),
      indicators: z.record(z.string(), z.object({ value: z.number().nullable(), status: z.enum(STATUSES) })),
      late: z.array(z.string()).readonly().optional(),
    })
    .nullable(),
  state: OutboxState,
  /** Why it is in this state, as a code. */
  reason: z.string(),
  /** The run from whose snapshot the content comes. */
  run: z.string(),
  plannedAt: z.string(),
  claim: z.object({ run: z.string(), trigger: Trigger, at: z.string() }).nullable(),
  /** Where the mail was laid down to be sent from. */
  draft: z.string().nullable(),
  attempts: z.array(Attempt),
  /** What the provider calls the message that it accepted. */
  reference: z.string().nullable(),
  history: z.array(
    z.object({ at: z.string(), by: z.string(), from: OutboxState.nullable(), to: OutboxState, reason: z.string() }),
  ),
})
export type OutboxEntry = z.infer<typeof OutboxEntry>

/** Did a person decide that it is sent again? Then it is late or out of season by decision. */
export const wasResent = ({ history }: Pick<OutboxEntry, 'history'>): boolean => history.some(({ reason }) => reason === 'resend')

/** Entries of before versions were counted kept the number of attempts alone, and no history. */
function upgradedFrom0({ tries, ...entry }: Record<string, unknown>): Record<string, unknown> {
  const at = String(entry.plannedAt ?? '')
  const attempt = { run: String(entry.run ?? ''), startedAt: at, endedAt: null, outcome: null, reason: '' }
  return {
    ...entry,
    version: 1,
    stage: entry.stage ?? '',
    attempts: Array.from({ length: Number(tries ?? 0) }, () => attempt),
    history: [{ at, by: String(entry.run ?? ''), from: null, to: entry.state, reason: 'upgraded' }],
  }
}

/** What an object of the outbox holds: `newer` is written by a newer version of the program and is left alone, `unreadable` by nobody. */
export type EntryReading = OutboxEntry | 'newer' | 'unreadable'

/** Reads an entry of this or an older version (faults.md F39). */
export function readEntry(text: string): EntryReading {
  const stored = objectIn(text)
  if (!stored) return 'unreadable'
  const version = stored.version ?? 0
  if (typeof version === 'number' && version > 1) return 'newer'
  const parsed = OutboxEntry.safeParse(version === 0 ? upgradedFrom0(stored) : stored)
  return parsed.success ? parsed.data : 'unreadable'
}

function objectIn(text: string): Record<string, unknown> | null {
  try {
    const stored: unknown = JSON.parse(text)
    return typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? (stored as Record<string, unknown>) : null
  } catch {
    return null
  }
}
