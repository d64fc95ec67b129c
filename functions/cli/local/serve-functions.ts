import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Texts } from '../../../shared/model/texts/texts.ts'
import { type Answer, answerRecalculate } from '../../recalculate/answer.ts'
import { realWorld, workbookOf } from '../../world.ts'

/** Bodies are a day and a reason; anything larger is refused unread. */
const MOST_BYTES = 64 * 1024

/** The functions over HTTP on this machine, on a free port. */
export async function serveFunctions(
  connection: { googleUrl: string; spreadsheetId: string },
  today: string | undefined,
  texts: Texts,
) {
  const server = createServer(async (request, response) => {
    const { status, body } = await answer(request, connection, today, texts)
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    recalculate: `http://127.0.0.1:${port}/recalculate`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

async function answer(
  request: IncomingMessage,
  connection: { googleUrl: string; spreadsheetId: string },
  today: string | undefined,
  texts: Texts,
): Promise<Answer> {
  const refusal = (status: number, message: string): Answer => ({ status, body: { error: { code: 'wrong-usage', message } } })
  if (request.url !== '/recalculate') return refusal(404, 'there is only /recalculate')
  if (request.method !== 'POST') return refusal(405, 'POST only')
  // A page of another origin can send simple requests to this machine; it can't do without this header.
  if (request.headers.origin) return refusal(403, 'not from a page of another origin')
  const text = await bodyOf(request)
  if (text === null) return refusal(413, 'the body is too large')
  const parsed = parse(text)
  if (parsed === undefined) return refusal(400, 'the body is not JSON')
  return answerRecalculate(parsed, today, { ...realWorld(false), workbook: workbookOf(connection) }, texts)
}

async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of request) {
    bytes += part.length
    if (bytes > MOST_BYTES) return null
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function parse(text: string): unknown {
  try {
    return text === '' ? {} : JSON.parse(text)
  } catch {
    return undefined
  }
}
