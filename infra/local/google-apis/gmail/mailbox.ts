import { gmailError, mailSendingLimit } from '../errors.ts'
import type { Sources } from '../spreadsheet.ts'
import type { MailOptions } from './mailboxes.ts'
import { checkRecipients } from './recipients.ts'
import { withRewrittenMessageId } from './rewrite-message-id.ts'

export interface GmailMessage {
  readonly id: string
  readonly threadId: string
  readonly labelIds: readonly string[]
  /** Milliseconds since 1970. */
  readonly internalDate: number
  readonly historyId: string
  readonly raw: Buffer
}

export interface Draft {
  readonly id: string
  readonly message: GmailMessage
}

const DAY_MS = 86_400_000

/** Drafts and messages of one user. */
export class Mailbox {
  readonly user: string
  /** Oldest first. */
  messages: GmailMessage[] = []
  drafts: Draft[] = []
  historyId = 1000
  readonly #sources: Sources

  constructor(user: string, sources: Sources) {
    this.user = user
    this.#sources = sources
  }

  createDraft(raw: Buffer): Draft {
    const id = this.#newId()
    const message = this.#message({ id, threadId: id, labelIds: ['DRAFT'], raw })
    const draft = { id: `r${BigInt(`0x${this.#newId()}`)}`, message }
    this.drafts.push(draft)
    return draft
  }

  /** 404 when there is none of that id. */
  draft(id: string): Draft {
    const found = this.drafts.find((draft) => draft.id === id)
    if (!found) throw notFound()
    return found
  }

  message(id: string): GmailMessage {
    const found = [...this.messages, ...this.drafts.map(({ message }) => message)].find((message) => message.id === id)
    if (!found) throw notFound()
    return found
  }

  deleteDraft(id: string): void {
    this.draft(id)
    this.drafts = this.drafts.filter((draft) => draft.id !== id)
  }

  /** The draft goes, and a message with another id and the label SENT takes its place in the same thread. */
  send(id: string, { dailyLimit, rewriteMessageIds }: MailOptions): GmailMessage {
    const draft = this.draft(id)
    checkRecipients(draft.message.raw)
    const now = this.#sources.now()
    const today = this.messages.filter(({ internalDate }) => internalDate > now - DAY_MS)
    if (today.length >= dailyLimit) throw mailSendingLimit(new Date((today[0]?.internalDate ?? now) + DAY_MS).toISOString())
    const newId = this.#newId()
    const raw = rewriteMessageIds ? withRewrittenMessageId(draft.message.raw, newId) : draft.message.raw
    this.deleteDraft(id)
    const message = this.#message({ id: newId, threadId: draft.message.threadId, labelIds: ['SENT'], raw })
    this.messages.push(message)
    return message
  }

  #message(parts: Pick<GmailMessage, 'id' | 'threadId' | 'labelIds' | 'raw'>): GmailMessage {
    this.historyId++
    return { ...parts, internalDate: this.#sources.now(), historyId: String(this.historyId) }
  }

  #newId(): string {
    const half = () => this.#sources.randomId().toString(16).padStart(8, '0')
    return half() + half()
  }
}

const notFound = () => gmailError(404, 'notFound', 'Requested entity was not found.')
