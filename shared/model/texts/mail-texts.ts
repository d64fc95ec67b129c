import type { MessageKind, OutboxState } from '../outbox.ts'

/** The words of the tab Sent. */
export interface MailTexts {
  kind: Record<MessageKind, string>
  state: Record<OutboxState, string>
  /** Why a message is in its state, by its code; a code that isn't here is shown as it is. */
  reason: Record<string, string>
  /** In place of a recipient who was erased. */
  erased: string
}
