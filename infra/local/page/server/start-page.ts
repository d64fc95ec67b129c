import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'
import { listen } from '../../listen.ts'
import { answerApi } from './api.ts'
import { bundleClient } from './bundle-client.ts'
import { Desk } from './desk.ts'
import { COMMON_HEADERS, MAIL_POLICY, PAGE_POLICY, refusalOf } from './guard.ts'
import { INDEX_HTML } from './index-html.ts'
import { withPictures } from './mail-html.ts'
import type { PageOptions } from './page-options.ts'
import { readBody } from './read-body.ts'

const compress = promisify(gzip)
const MOST_BYTES = 64 * 1024 * 1024
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A served page. */
export interface Page {
  readonly url: string
  close(): Promise<void>
}

interface Content {
  status?: number
  type: string
  body: string | Uint8Array
  headers?: Record<string, string>
}

/** Serves the page, its API and its live updates on 127.0.0.1. */
export async function startPage(options: PageOptions): Promise<Page> {
  const desk = new Desk(options)
  await desk.share()
  const files = await bundleClient()
  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing, port, desk, files).catch((thrown) => {
      console.error(thrown)
      if (outgoing.headersSent) outgoing.destroy()
      else outgoing.writeHead(500, { 'content-type': 'application/json' }).end('{"error":{"code":"internal","message":""}}')
    })
  })
  await listen(server, options.port, options.nextFreePort ?? false)
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        desk.close()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function serve(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  port: number,
  desk: Desk,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  for (const [name, value] of Object.entries(COMMON_HEADERS)) outgoing.setHeader(name, value)
  outgoing.setHeader('content-security-policy', PAGE_POLICY)
  const refusal = refusalOf(incoming, port)
  if (refusal !== null) return send(incoming, outgoing, { status: 403, type: 'text/plain; charset=utf-8', body: refusal })
  const url = new URL(incoming.url ?? '/', `http://127.0.0.1:${port}`)
  if (url.pathname === '/api/events') return desk.live.open(outgoing)
  if (url.pathname === '/') return send(incoming, outgoing, { type: 'text/html; charset=utf-8', body: INDEX_HTML })
  const file = files.get(url.pathname)
  if (file) return send(incoming, outgoing, { type: typeOf(url.pathname), body: file })
  if (url.pathname.startsWith('/mail/')) return send(incoming, outgoing, await mail(url.pathname.slice('/mail/'.length), desk))
  if (url.pathname === '/workbook.xlsx') return workbookFile(incoming, outgoing, desk)
  if (!url.pathname.startsWith('/api/')) return send(incoming, outgoing, NOTHING)
  const body = await readBody(incoming, MOST_BYTES)
  if (body === null) return send(incoming, outgoing, json(413, { error: { code: 'wrong-usage', message: '' } }))
  const answer = await answerApi(
    {
      method: incoming.method ?? 'GET',
      path: url.pathname.slice('/api/'.length),
      query: url.searchParams,
      window: String(incoming.headers['x-window'] ?? ''),
      body,
    },
    desk,
  )
  return send(incoming, outgoing, json(answer.status, answer.body))
}

const NOTHING: Content = { status: 404, type: 'text/plain; charset=utf-8', body: 'Not found' }

const json = (status: number, body: unknown): Content => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(body),
})

const typeOf = (path: string): string => (path.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8')

async function mail(id: string, { options: { mailbox } }: Desk): Promise<Content> {
  const known = decodeURIComponent(id)
  if (!mailbox || !(await mailbox.mails()).some((one) => one.id === known)) return NOTHING
  const body = withPictures(await mailbox.mail(known))
  return { type: 'text/html; charset=utf-8', body, headers: { 'content-security-policy': MAIL_POLICY } }
}

/** Saves the workbook as a file, or takes one in. */
async function workbookFile(incoming: IncomingMessage, outgoing: ServerResponse, desk: Desk): Promise<void> {
  if (incoming.method === 'GET') {
    const headers = { 'content-disposition': 'attachment; filename="workbook.xlsx"' }
    return send(incoming, outgoing, { type: XLSX, body: await desk.options.exportFile(), headers })
  }
  const bytes = incoming.method === 'POST' ? await readBody(incoming, MOST_BYTES) : null
  if (bytes === null) return send(incoming, outgoing, json(400, { error: { code: 'wrong-usage', message: '' } }))
  try {
    await desk.options.importFile(bytes)
  } catch {
    // Whatever is wrong with the file, the page says so in its own words; nothing of it was taken.
    return send(incoming, outgoing, json(400, { error: { code: 'unreadable-file', message: '' } }))
  }
  await desk.replaced()
  return send(incoming, outgoing, json(200, {}))
}

async function send(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { status, type, body, headers }: Content,
): Promise<void> {
  const plain = Buffer.from(body)
  const zips = plain.length > 1_024 && /\bgzip\b/.test(String(incoming.headers['accept-encoding'] ?? ''))
  outgoing.writeHead(status ?? 200, { 'content-type': type, ...(zips && { 'content-encoding': 'gzip' }), ...headers })
  outgoing.end(zips ? await compress(plain, { level: constants.Z_BEST_SPEED }) : plain)
}
