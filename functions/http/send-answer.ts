import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answer } from './answer.ts'

/** How long a refused caller may go on sending before the connection is cut. */
const LINGER_MS = 1_000

/** Sends the answer unless one was sent; `closing` ends the connection with it. */
export function sendAnswer(request: IncomingMessage, response: ServerResponse, answer: Answer, closing: boolean): void {
  if (response.headersSent) return
  const text = `${JSON.stringify(answer.body)}\n`
  const isUnread = !request.complete
  response.writeHead(answer.status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    ...answer.headers,
    ...(closing || isUnread ? { connection: 'close' } : {}),
  })
  if (!isUnread) {
    response.end(text)
    return
  }
  // Cutting the line while the caller still sends would lose the answer on its way: it is sent whole, and the line cut after.
  response.write(text)
  request.resume()
  const end = () => {
    clearTimeout(timer)
    response.end()
  }
  const timer = setTimeout(end, LINGER_MS)
  request.once('end', end)
}
