import type { Mail, MailDoor, SendOutcome } from '../ports.ts'
import { openMailbox } from './gmail-mailbox.ts'
import { classifyGmail, classifySend, outcomeOfSend } from './gmail-trouble.ts'
import { type Pacing, type RetryPolicy, withRetry } from './retry.ts'
import type { GoogleAccess } from './sign-in.ts'

const TIMEOUT_MS = 60_000

/** Half a minute in all: what doesn't pass within it is left to the next run. */
const MAIL_POLICY: RetryPolicy = { deadlineMs: 30_000, firstDelayMs: 500, maxDelayMs: 8_000 }

export interface GmailDoorOptions {
  access: GoogleAccess
  pacing: Pacing
  /** Makes the whole message, with our header X-Tallysheet-Key in it. */
  mimeOf: (mail: Mail) => Promise<Uint8Array>
  policy?: RetryPolicy
  timeoutMs?: number
}

/**
 * Mail by Gmail. A draft can be sent once only, which is what keeps a message from going twice: after an unknown outcome the very
 * same draft is sent again, never a new one (google.md, "Gmail, mail").
 *
 * `prepare` throws Failure `unavailable` (try later), `quota` or `sign-in` (nobody gets anything for now) or `refused` (this
 * message can't be sent). A key stands for one content: a draft found under it is taken as it is.
 */
export function openGmailDoor({
  access,
  pacing,
  mimeOf,
  policy = MAIL_POLICY,
  timeoutMs = TIMEOUT_MS,
}: GmailDoorOptions): MailDoor {
  const mailbox = openMailbox(access, timeoutMs)
  const looking = <T>(call: () => Promise<T>): Promise<T> => withRetry(call, classifyGmail, pacing, policy)
  /** Drafts of ours by key: those that an earlier run left, or a try whose answer was lost. Read again after every trouble. */
  let drafts: Map<string, string> | undefined

  const prepare = async ({ key }: Mail, mime: Uint8Array): Promise<string> => {
    try {
      const known = drafts ?? (await mailbox.draftsByKey())
      drafts = known
      const id = known.get(key) ?? (await mailbox.createDraft(mime))
      known.set(key, id)
      return id
    } catch (thrown) {
      drafts = undefined
      throw thrown
    }
  }

  const send = async (mail: Mail, id: string): Promise<SendOutcome> => {
    try {
      const reference = await withRetry(() => mailbox.sendDraft(id), classifySend, pacing, policy)
      drafts?.delete(mail.key)
      return { state: 'sent', reference }
    } catch (thrown) {
      drafts = undefined
      return outcomeOfSend((thrown as Error).cause)
    }
  }

  const reconcile = async ({ key }: Mail, id: string | null): Promise<'sent' | 'not-sent' | 'unknown'> => {
    try {
      // The draft first: were it looked at last, a send under way could be missed in both places.
      if (id !== null && (await looking(() => mailbox.draft(id, 'minimal')))) return 'not-sent'
      return (await looking(() => mailbox.isSent(key))) ? 'sent' : 'unknown'
    } catch {
      return 'unknown'
    }
  }

  return {
    kind: 'gmail',
    prepare: async (mail) => {
      const mime = await mimeOf(mail)
      return looking(() => prepare(mail, mime))
    },
    send: async (mail, id) => (id === null ? { state: 'later', reason: 'no-draft' } : send(mail, id)),
    reconcile,
    close: async () => {},
  }
}
