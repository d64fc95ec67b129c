import { gmailError } from '../errors.ts'
import { defined, type JsonObject } from '../json.ts'
import type { GmailMessage } from './mailbox.ts'
import { type MimePart, readMime } from './mime.ts'

const FORMATS = ['full', 'metadata', 'minimal', 'raw'] as const

export type MessageFormat = (typeof FORMATS)[number]

export function formatOf(query: URLSearchParams): MessageFormat {
  const asked = (query.get('format') ?? 'full').toLowerCase()
  const found = FORMATS.find((format) => format === asked)
  if (!found) throw gmailError(400, 'invalidArgument', `Invalid value at 'format', "${asked}"`)
  return found
}

/** A message in one of Gmail's formats; of the headers only those named, where any are and the format is `metadata`. */
export function describeMessage(message: GmailMessage, format: MessageFormat, headers: readonly string[] = []): JsonObject {
  const { id, threadId, labelIds, historyId, raw } = message
  const known = {
    id,
    threadId,
    labelIds,
    snippet: '',
    sizeEstimate: raw.length,
    historyId,
    internalDate: String(message.internalDate),
  }
  if (format === 'minimal') return known
  if (format === 'raw') return { ...known, raw: raw.toString('base64url') }
  const part = readMime(raw)
  if (format === 'full') return { ...known, payload: describePart(part, '', id) }
  const named = new Set(headers.map((name) => name.toLowerCase()))
  const shown = part.headers.filter(({ name }) => named.size === 0 || named.has(name.toLowerCase()))
  return { ...known, payload: defined({ mimeType: part.mimeType, headers: shown.length > 0 ? shown : undefined }) }
}

/** Parts with a file name are fetched one by one on Google; here only their size is told. */
function describePart(part: MimePart, partId: string, messageId: string): JsonObject {
  const { mimeType, fileName, headers, content, parts } = part
  const size = content.length
  const body = fileName !== '' ? { attachmentId: `${messageId}-${partId}`, size } : size > 0 ? dataOf(content) : { size }
  return defined({
    partId,
    mimeType,
    filename: fileName,
    headers,
    body,
    parts:
      parts.length > 0
        ? parts.map((inner, index) => describePart(inner, partId === '' ? String(index) : `${partId}.${index}`, messageId))
        : undefined,
  })
}

const dataOf = (content: Buffer) => ({ size: content.length, data: content.toString('base64url') })
