import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { http } from '@google-cloud/functions-framework'
import { getTestServer } from '@google-cloud/functions-framework/testing'
import { type Config, parseConfig } from '../../shared/config.ts'
import { asFailure, Failure } from '../../shared/errors.ts'
import { textsFor } from '../../shared/model/texts/texts.ts'
import type { Log } from '../../shared/ports.ts'
import { type Answer, failureAnswer } from './answer.ts'
import type { Call } from './call.ts'
import { drainOnSignal } from './drain.ts'
import { type Admitted, isHealthCheck, openFrontDoor } from './front-door.ts'
import { limitCalls } from './limit-calls.ts'
import { logCrashes, openProcessLog } from './process-log.ts'
import type { Route } from './route.ts'
import { sendAnswer } from './send-answer.ts'
import { shareRuns } from './share-runs.ts'
import { parametersOf } from './trigger-of.ts'

/**
 * Serves one function by functions-framework on PORT: each route at the path of its name, the function's own also at the root. The
 * framework's server is taken without its command line, whose signal handler drops calls under way; and our door stands before its body
 * parser, which takes 1 GB.
 */
export function serveFunction(name: string, routes: Readonly<Record<string, Route>>): void {
  // The framework sends the texts of errors to the caller in any other environment.
  process.env.NODE_ENV = 'production'
  const logWith = openProcessLog()
  const log = logWith({})
  logCrashes(log)
  const config = configOrEnd(log)
  const texts = textsFor(config.language ?? 'zh-CN')
  const admit = openFrontDoor({ name, routes, config, now: () => new Date(), logWith })
  const limit = limitCalls(() => performance.now())
  const runs = shareRuns()
  const admitted = new WeakMap<IncomingMessage, Admitted>()
  const underWay = new Map<ServerResponse, IncomingMessage>()

  const send = (request: IncomingMessage, response: ServerResponse, answer: Answer): void =>
    sendAnswer(request, response, answer, isDraining())
  const fail = (thrown: unknown, by: Log, request: IncomingMessage, response: ServerResponse): void => {
    const failure = asFailure(thrown)
    const answer = failureAnswer(failure, texts)
    by.warn('refused', { code: failure.code, status: answer.status })
    send(request, response, answer)
  }

  http(name, async (request, response) => {
    const { action, call } = admitted.get(request)!
    try {
      send(request, response, await answerTo(action, call))
    } catch (thrown) {
      fail(thrown, call.log, request, response)
    }
  })
  const answerTo = (action: string, call: Call): Promise<Answer> => {
    const known = call.trigger && runs.known(call.trigger)
    if (known) return known
    limit(`${action} ${call.caller.email}`)
    return runs.run(call.trigger, `${action} ${parametersOf(call.body)}`, async () => {
      if (isDraining()) throw new Failure('shutting-down', { seconds: '1' })
      return routes[action]!.handler(call, config)
    })
  }

  const server = getTestServer(name)
  const [framework] = server.listeners('request') as RequestListener[]
  server.removeAllListeners('request').on('request', async (request, response) => {
    if (isHealthCheck(request)) return send(request, response, { status: 200, body: { status: 'ok' } })
    underWay.set(response, request)
    response.on('close', () => underWay.delete(response))
    try {
      if (isDraining()) throw new Failure('shutting-down', { seconds: '1' })
      admitted.set(request, await admit(request))
      framework!(request, response)
    } catch (thrown) {
      fail(thrown, log, request, response)
    }
  })
  server.headersTimeout = 10_000
  const refuse = () => {
    for (const [response, request] of underWay) fail(new Failure('shutting-down', { seconds: '1' }), log, request, response)
  }
  const isDraining = drainOnSignal(server, { size: () => underWay.size, refuse }, log)
  // Callers that nobody checks can only be on this machine.
  const host = config.audience.length > 0 ? undefined : '127.0.0.1'
  server.listen({ port: Number(process.env.PORT ?? 8080), ...(host ? { host } : {}) }, () =>
    log.info('listening', { port: (server.address() as AddressInfo).port, callersChecked: config.audience.length > 0 }),
  )
}

/** The configuration, or the end of the process with every bad variable named. */
function configOrEnd(log: Log): Config {
  try {
    return parseConfig(process.env, ['TALLYSHEET_SPREADSHEET_ID', 'TALLYSHEET_AUDIENCE'])
  } catch (thrown) {
    const { code, facts } = asFailure(thrown)
    log.error('not started', { ...facts, code })
    process.exit(1)
  }
}
