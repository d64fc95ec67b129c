/** A header as it was written, unfolded. */
export interface MimeHeader {
  readonly name: string
  readonly value: string
}

/** A message or a part of one. */
export interface MimePart {
  readonly headers: readonly MimeHeader[]
  readonly mimeType: string
  readonly fileName: string
  /** Decoded content; empty for a multipart. */
  readonly content: Buffer
  readonly parts: readonly MimePart[]
}

/** Headers and body of a message or part. */
export function splitHeaders(raw: Buffer): { headers: MimeHeader[]; body: Buffer } {
  const text = raw.toString('latin1')
  const end = /\r?\n\r?\n/.exec(text)
  const head = end ? raw.subarray(0, end.index) : raw
  const lines = head
    .toString('utf8')
    .replace(/\r?\n(?=[ \t])/g, '')
    .split(/\r?\n/)
  const headers = lines.flatMap((line) => {
    const colon = line.indexOf(':')
    return colon > 0 ? [{ name: line.slice(0, colon), value: line.slice(colon + 1).trim() }] : []
  })
  return { headers, body: end ? raw.subarray(end.index + end[0].length) : Buffer.alloc(0) }
}

export function headerOf(headers: readonly MimeHeader[], name: string): string | undefined {
  return headers.find((header) => header.name.toLowerCase() === name.toLowerCase())?.value
}

/** The tree of a message's parts. */
export function readMime(raw: Buffer): MimePart {
  const { headers, body } = splitHeaders(raw)
  const type = headerOf(headers, 'content-type') ?? 'text/plain'
  const mimeType = (type.split(';')[0] ?? '').trim().toLowerCase()
  const boundary = parameter(type, 'boundary')
  const parts = mimeType.startsWith('multipart/') && boundary !== undefined ? splitParts(body, boundary).map(readMime) : []
  const encoding = headerOf(headers, 'content-transfer-encoding')?.toLowerCase() ?? '7bit'
  const disposition = headerOf(headers, 'content-disposition') ?? ''
  const fileName = parameter(disposition, 'filename') ?? parameter(type, 'name') ?? ''
  return { headers, mimeType, fileName, content: parts.length > 0 ? Buffer.alloc(0) : decoded(body, encoding), parts }
}

function parameter(value: string, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(value)
  return match?.[1] ?? match?.[2]
}

function splitParts(body: Buffer, boundary: string): Buffer[] {
  const delimiter = `--${boundary}`
  const pieces: Buffer[] = []
  for (let at = body.indexOf(delimiter); at >= 0; ) {
    const start = body.indexOf('\n', at) + 1
    const next = body.indexOf(`\n${delimiter}`, at)
    if (start === 0 || next < 0) break
    pieces.push(body.subarray(start, body[next - 1] === 13 ? next - 1 : next))
    at = next + 1
  }
  return pieces
}

function decoded(body: Buffer, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(body.toString('latin1'), 'base64')
  if (encoding !== 'quoted-printable') return body
  const text = body.toString('latin1').replace(/=\r?\n/g, '')
  return Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  )
}
