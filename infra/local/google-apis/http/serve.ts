import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { ApiError, invalidArgument, Refusal, sheetsError } from '../errors.ts'
import type { Effect } from '../faults.ts'
import { applyFieldMask, parseFieldMask } from '../schema/field-mask.ts'
import type { GoogleApis } from '../server.ts'
import { admin } from './admin.ts'
import { type Answer, type ApiRequest, batchKinds, isRejected, readRequest } from './api-request.ts'
import { refusalBody } from './refusal-body.ts'
import { type Call, type CallKind, findRoute, type Route } from './route.ts'
import { ROUTES } from './routes.ts'
import { send } from './send.ts'

const NO_SUCH_PAGE: Answer = {
  status: 404,
  type: 'text/html; charset=UTF-8',
  text: '<!DOCTYPE html><title>Error 404 (Not Found)</title>',
}
const WEB_PAGE: Answer = {
  status: 200,
  type: 'text/html; charset=UTF-8',
  text: '<!DOCTYPE html><title>Sign in</title><p>Please sign in.</p>',
}

const BAD_TOKEN =
  'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication ' +
  'credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.'

/** Serves one HTTP request: API calls with their quotas, faults and colleagues, and the emulator's own pages. */
export async function serve(incoming: IncomingMessage, outgoing: ServerResponse, apis: GoogleApis): Promise<void> {
  let request: ApiRequest
  try {
    request = await readRequest(incoming)
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return send(outgoing, { status: error.status, body: error.body }, false)
  }
  if (request.path.startsWith('/_emulator/')) {
    const answer = isLoopback(incoming) ? await guarded(() => admin(request, apis)) : undefined
    return send(outgoing, answer ?? NO_SUCH_PAGE, request.acceptsGzip)
  }
  const found = findRoute(ROUTES, request)
  if (!found) return send(outgoing, NO_SUCH_PAGE, request.acceptsGzip)
  await serveCall(request, found, isRejected(incoming.headers.authorization), outgoing, apis)
}

type Found = NonNullable<ReturnType<typeof findRoute>>

async function serveCall(
  request: ApiRequest,
  { route, groups }: Found,
  rejected: boolean,
  outgoing: ServerResponse,
  apis: GoogleApis,
): Promise<void> {
  const call = { kind: route.kind, line: `${request.method} ${request.path}` }
  apis.editors.act(call)
  const effects = apis.faults.effectsOn(call)
  for (const effect of effects) if (effect.kind === 'delay') await wait(effect.ms)
  const effect = effects.find(({ kind }) => kind !== 'delay')
  const instead = effect && insteadOf(effect, request.path, route.kind)
  const answer = await guarded(() => {
    if (instead) return instead
    if (effect?.kind === 'reset') return { status: 0 }
    if (rejected) throw sheetsError(401, BAD_TOKEN)
    if (request.path.startsWith('/v4/')) apis.quotas.take(route.kind, request.email)
    return masked(route, request, () => route.handle(callOf(request, apis), ...groups))
  })
  const dropped = effect?.kind === 'reset' || effect?.kind === 'lost'
  apis.requests.add({
    at: apis.state.sources.now(),
    method: request.method,
    path: request.path,
    query: request.query.toString(),
    kind: route.kind,
    kinds: batchKinds(request),
    email: request.email,
    bytes: request.bytes,
    status: dropped ? 0 : answer.status,
  })
  if (effect?.kind === 'status' && effect.retryAfter !== undefined) outgoing.setHeader('retry-after', String(effect.retryAfter))
  if (dropped) outgoing.destroy()
  else await send(outgoing, answer, request.acceptsGzip, effect)
}

const callOf = (request: ApiRequest, { state, buckets, mailboxes, serviceAccounts }: GoogleApis): Call => ({
  files: state,
  buckets,
  mailboxes,
  serviceAccounts,
  request,
})

/** The answer of a fault that keeps the call from being applied. */
function insteadOf(effect: Effect, path: string, kind: CallKind): Answer | undefined {
  if (effect.kind === 'html') return WEB_PAGE
  if (effect.kind === 'empty') return { status: 200, text: '' }
  if (effect.kind !== 'status') return undefined
  return { status: effect.status, body: refusalBody(path, effect, kind) }
}

/** The mask is read before anything is applied, so that a wrong one leaves nothing behind. */
function masked(route: Route, request: ApiRequest, handle: () => Answer): Answer {
  const fields = request.query.get('fields')
  if (!fields || !route.answers) return handle()
  const mask = parseFieldMask(route.answers, fields)
  const answer = handle()
  return { ...answer, body: applyFieldMask(mask, answer.body) as object }
}

async function guarded(step: () => Answer | undefined | Promise<Answer | undefined>): Promise<Answer> {
  try {
    return (await step()) ?? NO_SUCH_PAGE
  } catch (error) {
    const known = error instanceof Refusal ? invalidArgument(error.message) : error
    if (known instanceof ApiError) return { status: known.status, body: known.body }
    console.error(error)
    return { status: 500, body: sheetsError(500, 'Internal error encountered.').body }
  }
}

/** Only this machine, and not through a name that some page made up, may steer the emulator. */
function isLoopback(incoming: IncomingMessage): boolean {
  const host = (incoming.headers.host ?? '').replace(/:\d+$/, '')
  return (
    /^(127\.|::1$|::ffff:127\.)/.test(incoming.socket.remoteAddress ?? '') && ['127.0.0.1', 'localhost', '[::1]'].includes(host)
  )
}
