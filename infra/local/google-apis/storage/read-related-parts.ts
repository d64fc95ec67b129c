import { storageError } from '../errors.ts'
import type { ApiRequest } from '../http/api-request.ts'

interface Part {
  readonly type: string
  readonly content: Buffer
}

/** The two parts of a multipart/related body: metadata and content. 400 for anything else. */
export function readRelatedParts({ type, content }: ApiRequest): [Part, Part] {
  const boundary = /^multipart\/related\s*;.*\bboundary="?([^";]+)"?/i.exec(type)?.[1]
  if (boundary === undefined) throw malformed('Missing boundary in the content type.')
  const parts = splitAt(content, `--${boundary}`).slice(1, -1).map(readPart)
  const [first, second] = parts
  if (!first || !second || parts.length > 2) throw malformed('Expected two parts.')
  return [first, second]
}

/** What lies between the delimiter lines; a delimiter counts only at the beginning of a line. */
function splitAt(content: Buffer, delimiter: string): Buffer[] {
  const pieces: Buffer[] = []
  let start = 0
  for (let at = content.indexOf(delimiter); at >= 0; at = content.indexOf(delimiter, at + delimiter.length)) {
    const atLineStart = at === 0 || content.subarray(at - 2, at).toString('latin1') === '\r\n'
    if (!atLineStart) continue
    pieces.push(content.subarray(start, Math.max(start, at - 2)))
    start = at + delimiter.length
  }
  pieces.push(content.subarray(start))
  return pieces
}

function readPart(piece: Buffer): Part {
  const end = piece.indexOf('\r\n\r\n')
  if (end < 0) throw malformed('A part has no header.')
  const header = piece.subarray(0, end).toString('latin1')
  return { type: /^content-type:[ \t]*(.*)$/im.exec(header)?.[1]?.trim() ?? '', content: piece.subarray(end + 4) }
}

function malformed(why: string) {
  return storageError(400, 'badContent', `Malformed multipart body. ${why}`)
}
