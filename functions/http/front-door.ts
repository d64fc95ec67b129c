import type { IncomingMessage } from 'node:http'
import type { Config } from '../../shared/config.ts'
import { Failure } from '../../shared/errors.ts'
import type { Log, LogFields } from '../../shared/ports.ts'
import type { Call, Role } from './call.ts'
import { openCallerCheck } from './identify-caller.ts'
import { parseObject } from './parse-object.ts'
import { readBody } from './read-body.ts'
import { scheduleTick } from './schedule-tick.ts'
import { traceFields } from './trace-fields.ts'
import { triggerOf } from './trigger-of.ts'

export interface FrontDoorOptions {
  name: string
  may: readonly Role[]
  config: Config
  now(): Date
  /** A log whose every line carries the fields. */
  logWith(fields: LogFields): Log
}

/** Lets a call in or throws Failure. The cheap questions come first: no body is read of a caller that may not call. */
export function openFrontDoor({
  name,
  may,
  config,
  now,
  logWith,
}: FrontDoorOptions): (request: IncomingMessage) => Promise<Call> {
  const identify = openCallerCheck(config, may, now)
  return async (request) => {
    const { headers, method, url = '/' } = request
    const path = url.split('?', 1)[0]
    if (path !== '/' && path !== `/${name}`) throw new Failure('unknown-path')
    if (method !== 'POST') throw new Failure('wrong-method')
    const caller = await identify(request)
    const body = parseObject(await readBody(request))
    const log = logWith(traceFields(headers, config.project))
    const tick = caller.roles.includes('scheduler') ? scheduleTick(headers, now()) : undefined
    if (tick && tick.kind !== 'due') log.warn('not a tick of the schedule', { kind: tick.kind })
    const trigger = triggerOf(name, headers, caller, tick, body)
    return { body, caller, log, ...(tick ? { tick } : {}), ...(trigger ? { trigger } : {}) }
  }
}

/** A question whether the process is there; Cloud Run keeps /healthz for itself at its own addresses, hence also the root. */
export const isHealthCheck = ({ method, url }: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') && (url === '/' || url === '/healthz')
