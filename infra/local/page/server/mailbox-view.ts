import type { MailLine } from '../protocol.ts'

/** Mails that were sent on this machine. */
export interface MailboxView {
  mails(): Promise<MailLine[]>
  mail(id: string): Promise<MailContent>
  /** Tells of every mail that arrives until the returned function is called. */
  onArrival?(listener: () => void): () => void
}

interface MailContent {
  /** Empty where the mail has none. */
  html: string
  text: string
  headers: Record<string, string> | readonly (readonly [string, string])[]
  /** What the HTML refers to as `cid:…`. */
  images?: readonly { cid: string; png: Uint8Array }[]
}
