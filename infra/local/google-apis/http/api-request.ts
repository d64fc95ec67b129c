import type { IncomingMessage } from 'node:http'
import { badRequest, sheetsError } from '../errors.ts'
import { isObject } from '../json.ts'

/** A call of the API, read in full. */
export interface ApiRequest {
  readonly method: string
  /** As sent, percent-encoded, without the query. */
  readonly path: string
  readonly query: URLSearchParams
  readonly text: string
  /** The body as it came. */
  readonly content: Buffer
  /** Content type of the body, '' where none was sent. */
  readonly type: string
  readonly bytes: number
  /** Who calls. */
  readonly email: string
  readonly acceptsGzip: boolean
}

/** What goes back. */
export interface Answer {
  readonly status: number
  readonly body?: object | undefined
  readonly text?: string | undefined
  /** In place of text: content that is passed on as it is. */
  readonly bytes?: Buffer | undefined
  readonly type?: string | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
}

const DEFAULT_USER = 'owner@example.test'
const MAX_BODY_BYTES = 64 * 1024 * 1024

export async function readRequest(incoming: IncomingMessage): Promise<ApiRequest> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > MAX_BODY_BYTES) throw sheetsError(413, 'Request payload size exceeds the limit.')
    chunks.push(chunk)
  }
  const content = Buffer.concat(chunks)
  const url = incoming.url ?? '/'
  const cut = url.indexOf('?')
  return {
    method: incoming.method ?? 'GET',
    path: cut < 0 ? url : url.slice(0, cut),
    query: new URLSearchParams(cut < 0 ? '' : url.slice(cut + 1)),
    text: content.toString('utf8'),
    content,
    type: incoming.headers['content-type'] ?? '',
    bytes,
    email: emailOf(incoming.headers.authorization),
    acceptsGzip: /\bgzip\b/.test(String(incoming.headers['accept-encoding'] ?? '')),
  }
}

/** `Bearer user:ann@example.test` and `Bearer ann@example.test` are Ann; any other token, or none, is the default user. */
function emailOf(authorization: string | undefined): string {
  const token = /^Bearer\s+(.+)$/i.exec(authorization ?? '')?.[1]?.trim() ?? ''
  const email = token.startsWith('user:') ? token.slice('user:'.length) : token
  return email.includes('@') ? email : DEFAULT_USER
}

/** Whether the token is one that Google would not take: `Bearer invalid`. */
export function isRejected(authorization: string | undefined): boolean {
  return /^Bearer\s+invalid\b/i.test(authorization ?? '')
}

const parsedBodies = new WeakMap<ApiRequest, unknown>()

/** The body as JSON, read once; an empty one is an empty object. */
export function jsonBody(request: ApiRequest): unknown {
  if (request.text === '') return {}
  if (parsedBodies.has(request)) return parsedBodies.get(request)
  try {
    const body: unknown = JSON.parse(request.text)
    parsedBodies.set(request, body)
    return body
  } catch {
    const description = 'Invalid JSON payload received. Unexpected token.'
    throw badRequest(description, [{ description }])
  }
}

/** Kinds of the requests inside a batchUpdate, each once; none for other calls. */
export function batchKinds(request: ApiRequest): string[] {
  const body = parsedBodies.get(request)
  const requests = request.path.endsWith(':batchUpdate') && isObject(body) ? [body.requests].flat() : []
  return [...new Set(requests.flatMap((entry) => (isObject(entry) ? Object.keys(entry) : [])))]
}

/** One of the listed names from the query; 400 with Google's message for any other. */
export function choice<T extends string>(query: URLSearchParams, name: string, allowed: readonly T[], otherwise: T): T {
  const given = query.get(name)
  if (given === null || given === '') return otherwise
  const found = allowed.find((value) => value === given)
  if (found !== undefined) return found
  const message = `Invalid value at '${name}' (type.googleapis.com/google.apps.sheets.v4.${name.charAt(0).toUpperCase()}${name.slice(1)}), "${given}"`
  throw badRequest(message, [{ field: name, description: message }])
}

export function flag(query: URLSearchParams, name: string): boolean {
  return query.get(name)?.toLowerCase() === 'true'
}
