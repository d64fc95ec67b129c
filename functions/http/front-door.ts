import type { IncomingMessage } from 'node:http'
import type { Config } from '../../shared/config.ts'
import { Failure } from '../../shared/errors.ts'
import type { Log, LogFields } from '../../shared/ports.ts'
import type { Call } from './call.ts'
import { openCallerCheck } from './identify-caller.ts'
import { parseObject } from './parse-object.ts'
import { readBody } from './read-body.ts'
import type { Route } from './route.ts'
import { scheduleTick } from './schedule-tick.ts'
import { traceFields } from './trace-fields.ts'
import { triggerOf } from './trigger-of.ts'

/** A call that was let in, and what it asks for. */
export interface Admitted {
  action: string
  call: Call
}

export interface FrontDoorOptions {
  /** The function's, and that of the action that the service's root stands for. */
  name: string
  /** By action, which is the path. */
  routes: Readonly<Record<string, Pick<Route, 'may'>>>
  config: Config
  now(): Date
  /** A log whose every line carries the fields. */
  logWith(fields: LogFields): Log
}

/** Lets a call in or throws Failure. The cheap questions come first: no body is read of a caller that may not call. */
export function openFrontDoor({
  name,
  routes,
  config,
  now,
  logWith,
}: FrontDoorOptions): (request: IncomingMessage) => Promise<Admitted> {
  const identify = openCallerCheck(config, now)
  return async (request) => {
    const { headers, method, url = '/' } = request
    const path = url.split('?', 1)[0]
    const action = path === '/' ? name : Object.keys(routes).find((each) => path === `/${each}`)
    if (action === undefined) throw new Failure('unknown-path')
    if (method !== 'POST') throw new Failure('wrong-method')
    const caller = await identify(request, routes[action]!.may)
    const body = parseObject(await readBody(request))
    const log = logWith(traceFields(headers, config.project))
    const tick = caller.roles.includes('scheduler') ? scheduleTick(headers, now()) : undefined
    if (tick && tick.kind !== 'due') log.warn('not a tick of the schedule', { kind: tick.kind })
    const trigger = triggerOf(action, headers, caller, tick, body)
    return { action, call: { body, caller, log, ...(tick ? { tick } : {}), ...(trigger ? { trigger } : {}) } }
  }
}

/** A question whether the process is there; Cloud Run keeps /healthz for itself at its own addresses, hence also the root. */
export const isHealthCheck = ({ method, url }: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') && (url === '/' || url === '/healthz')
