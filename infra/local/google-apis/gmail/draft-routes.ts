import { gmailError } from '../errors.ts'
import { jsonBody } from '../http/api-request.ts'
import { type Call, ok, type Route } from '../http/route.ts'
import { valueAt } from '../json.ts'
import { normalizeBody } from '../schema/validate.ts'
import { describeMessage, formatOf } from './describe-message.ts'
import { mailboxFor } from './find-mailbox.ts'
import type { Draft, GmailMessage } from './mailbox.ts'
import { pageOf } from './page.ts'
import { messageQuery } from './search.ts'

const MOST_BYTES = 36_700_160

function create(call: Call, userId: string) {
  const raw = valueAt(normalizeBody('Draft', jsonBody(call.request)), 'message.raw')
  if (typeof raw !== 'string' || raw === '') throw gmailError(400, 'invalidArgument', 'Missing draft message')
  if (!/^[\w+/-]*={0,2}$/.test(raw)) throw gmailError(400, 'invalidArgument', "Invalid value at 'draft.message.raw' (TYPE_BYTES)")
  const content = Buffer.from(raw, 'base64url')
  if (content.length > MOST_BYTES) throw gmailError(413, 'uploadTooLarge', 'Message too large')
  return ok(brief(mailboxFor(call, userId).createDraft(content)))
}

function get(call: Call, userId: string, id: string) {
  const format = formatOf(call.request.query)
  const { message } = mailboxFor(call, userId).draft(id)
  return ok({ id, message: describeMessage(message, format) })
}

function remove(call: Call, userId: string, id: string) {
  mailboxFor(call, userId).deleteDraft(id)
  return { status: 204 }
}

/** Newest first, as Gmail lists everything. */
function list(call: Call, userId: string) {
  const { query } = call.request
  const matches = messageQuery(query.get('q') ?? '')
  const found = mailboxFor(call, userId)
    .drafts.filter(({ message }) => matches(message))
    .reverse()
  const { items, rest } = pageOf(found, query)
  return ok({ ...(items.length > 0 && { drafts: items.map(shortDraft) }), ...rest, resultSizeEstimate: found.length })
}

function send(call: Call, userId: string) {
  const id = valueAt(normalizeBody('Draft', jsonBody(call.request)), 'id')
  if (typeof id !== 'string' || id === '') throw gmailError(400, 'invalidArgument', 'Missing draft id')
  const { user } = mailboxFor(call, userId)
  return ok(briefMessage(call.mailboxes.send(user, id)))
}

const briefMessage = ({ id, threadId, labelIds }: GmailMessage) => ({ id, threadId, labelIds })
const brief = ({ id, message }: Draft) => ({ id, message: briefMessage(message) })
const shortDraft = ({ id, message }: Draft) => ({ id, message: { id: message.id, threadId: message.threadId } })

export const GMAIL_DRAFTS: readonly Route[] = [
  { method: 'POST', path: /^\/gmail\/v1\/users\/([^/]+)\/drafts\/send$/, kind: 'write', answers: 'Message', handle: send },
  { method: 'POST', path: /^\/gmail\/v1\/users\/([^/]+)\/drafts$/, kind: 'write', answers: 'Draft', handle: create },
  { method: 'GET', path: /^\/gmail\/v1\/users\/([^/]+)\/drafts$/, kind: 'read', answers: 'ListDraftsResponse', handle: list },
  { method: 'GET', path: /^\/gmail\/v1\/users\/([^/]+)\/drafts\/([^/]+)$/, kind: 'read', answers: 'Draft', handle: get },
  { method: 'DELETE', path: /^\/gmail\/v1\/users\/([^/]+)\/drafts\/([^/]+)$/, kind: 'write', handle: remove },
]
