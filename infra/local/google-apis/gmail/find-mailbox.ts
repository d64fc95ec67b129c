import { gmailError } from '../errors.ts'
import type { Call } from '../http/route.ts'
import type { Mailbox } from './mailbox.ts'

/** The caller's own mailbox, named `me` or by its address; 403 for anybody else's. */
export function mailboxFor({ mailboxes, request }: Call, userId: string): Mailbox {
  if (userId !== 'me' && userId.toLowerCase() !== request.email.toLowerCase()) {
    throw gmailError(403, 'forbidden', `Delegation denied for ${request.email}`)
  }
  return mailboxes.of(request.email)
}
