import { type Call, ok, type Route } from '../http/route.ts'
import { describeMessage, formatOf } from './describe-message.ts'
import { mailboxFor } from './find-mailbox.ts'
import { pageOf } from './page.ts'
import { messageQuery } from './search.ts'

/** Ids only, newest first: everything sent and drafted that has all the labels and answers the search. */
function list(call: Call, userId: string) {
  const { query } = call.request
  const labels = query.getAll('labelIds')
  const matches = messageQuery(query.get('q') ?? '')
  const { messages, drafts } = mailboxFor(call, userId)
  const found = [...messages, ...drafts.map(({ message }) => message)]
    .filter((message) => labels.every((label) => message.labelIds.includes(label)) && matches(message))
    .reverse()
    .sort((one, other) => other.internalDate - one.internalDate)
  const { items, rest } = pageOf(found, query)
  const shown = items.map(({ id, threadId }) => ({ id, threadId }))
  return ok({ ...(shown.length > 0 && { messages: shown }), ...rest, resultSizeEstimate: found.length })
}

function get(call: Call, userId: string, id: string) {
  const { query } = call.request
  return ok(describeMessage(mailboxFor(call, userId).message(id), formatOf(query), query.getAll('metadataHeaders')))
}

function profile(call: Call, userId: string) {
  const { user, messages, drafts, historyId } = mailboxFor(call, userId)
  const total = messages.length + drafts.length
  return ok({ emailAddress: user, messagesTotal: total, threadsTotal: total, historyId: String(historyId) })
}

export const GMAIL_MESSAGES: readonly Route[] = [
  { method: 'GET', path: /^\/gmail\/v1\/users\/([^/]+)\/profile$/, kind: 'read', answers: 'Profile', handle: profile },
  { method: 'GET', path: /^\/gmail\/v1\/users\/([^/]+)\/messages$/, kind: 'read', answers: 'ListMessagesResponse', handle: list },
  { method: 'GET', path: /^\/gmail\/v1\/users\/([^/]+)\/messages\/([^/]+)$/, kind: 'read', answers: 'Message', handle: get },
]
