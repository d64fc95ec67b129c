import type { MessageKind, OutboxState } from '../outbox.ts'

/** How many messages there are, by what became of them. */
interface Tally {
  planned: number
  sent: number
  rejected: number
  waiting: number
  needsDecision: number
}

/** The words of the tab Sent and of the commands that mail. */
export interface MailTexts {
  kind: Record<MessageKind, string>
  state: Record<OutboxState, string>
  /** Why a message is in its state, by its code; a code that isn't here is shown as it is. */
  reason: Record<string, string>
  /** What the command line says. */
  nothingSent: string
  outcome: (tally: Tally, stopped: string | null) => string
  stage: Record<string, string>
  unreachable: (names: readonly string[]) => string
  empty: string
  changed: (count: number, left: number) => string
  /** Beside the folder of the local mailbox. */
  inMailbox: (count: number) => string
  /** In place of a recipient who was erased. */
  erased: string
}
