import type { JsonObject } from '../json.ts'
import type { AcceptedMail } from './mailboxes.ts'
import { headerOf, splitHeaders } from './mime.ts'

/** An accepted mail for the emulator's own pages: who, when, the headers that tell one from another, and all of it in base64url. */
export function describeAccepted({ id, user, at, raw }: AcceptedMail): JsonObject {
  const { headers } = splitHeaders(raw)
  return {
    id,
    user,
    at,
    to: headerOf(headers, 'To') ?? '',
    subject: headerOf(headers, 'Subject') ?? '',
    key: headerOf(headers, 'X-Tallysheet-Key') ?? null,
    raw: raw.toString('base64url'),
  }
}
