import type { Sources } from '../spreadsheet.ts'
import { Mailbox } from './mailbox.ts'

export interface MailOptions {
  /** Messages a day and user; Google's own limit unless told otherwise. */
  readonly dailyLimit: number
  /** Gives sent messages a Message-ID of Gmail's own, keeping the sender's as X-Google-Original-Message-ID. */
  readonly rewriteMessageIds: boolean
}

/** A message that was sent, for tests and the local page. */
export interface AcceptedMail {
  readonly id: string
  /** Whose mailbox it left from. */
  readonly user: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** The message as it stands in Sent. */
  readonly raw: Buffer
}

const GOOGLE_MAIL: MailOptions = { dailyLimit: 2000, rewriteMessageIds: false }

/** The mailboxes of all users; a user has one from the first call on. */
export class Mailboxes {
  options = GOOGLE_MAIL
  readonly sources: Sources
  readonly #mailboxes = new Map<string, Mailbox>()
  readonly #onMail: ((mail: AcceptedMail) => void) | undefined

  constructor(sources: Sources, onMail: ((mail: AcceptedMail) => void) | undefined) {
    this.sources = sources
    this.#onMail = onMail
  }

  get all(): Mailbox[] {
    return [...this.#mailboxes.values()]
  }

  /** All that was sent, oldest first. */
  get accepted(): AcceptedMail[] {
    return this.all
      .flatMap(({ user, messages }) =>
        messages
          .filter(({ labelIds }) => labelIds.includes('SENT'))
          .map(({ id, internalDate, raw }) => ({ id, user, at: internalDate, raw })),
      )
      .sort((one, other) => one.at - other.at)
  }

  of(user: string): Mailbox {
    const found = this.#mailboxes.get(user) ?? new Mailbox(user, this.sources)
    this.#mailboxes.set(user, found)
    return found
  }

  /** Sends a draft of the user's; see Mailbox. */
  send(user: string, draftId: string): ReturnType<Mailbox['send']> {
    const message = this.of(user).send(draftId, this.options)
    this.#onMail?.({ id: message.id, user, at: message.internalDate, raw: message.raw })
    return message
  }
}
