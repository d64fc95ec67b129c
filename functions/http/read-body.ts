import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import { Failure } from '../../shared/errors.ts'

/** Bodies are a day and a reason. */
const MOST_BYTES = 256 * 1024
/** A caller that takes longer than this holds the line without speaking. */
const MOST_MS = 10_000

/** The body's text, refused before it is held or parsed: `body-too-large`, `body-slow`, `not-json` where it isn't UTF-8. */
export async function readBody(request: IncomingMessage, mostMs = MOST_MS): Promise<string> {
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') throw new Failure('not-json', { what: 'encoded' })
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) throw new Failure('body-too-large')
  const bytes = await bytesOf(request, mostMs)
  if (!isUtf8(bytes)) throw new Failure('not-json', { what: 'UTF-8' })
  return bytes.toString('utf8')
}

function bytesOf(request: IncomingMessage, mostMs: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let bytes = 0
    const fail = (failure: Failure) => {
      clearTimeout(timer)
      request.off('data', take)
      reject(failure)
    }
    const take = (part: Buffer) => {
      bytes += part.length
      if (bytes > MOST_BYTES) return fail(new Failure('body-too-large'))
      parts.push(part)
    }
    const timer = setTimeout(() => fail(new Failure('body-slow')), mostMs)
    request.on('data', take)
    request.on('end', () => {
      clearTimeout(timer)
      resolve(Buffer.concat(parts))
    })
    request.on('close', () => fail(new Failure('not-json', { what: 'cut off' })))
  })
}
