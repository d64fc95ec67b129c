import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Config } from '../../../shared/config.ts'
import { asFailure, Failure } from '../../../shared/errors.ts'
import { sendDigest } from '../../../shared/jobs/send-digest.ts'
import { sendReminders } from '../../../shared/jobs/send-reminders.ts'
import type { Texts } from '../../../shared/model/texts/texts.ts'
import { type Answer, failureAnswer } from '../../http/answer.ts'
import { parseObject } from '../../http/parse-object.ts'
import { readBody } from '../../http/read-body.ts'
import type { Handler } from '../../http/route.ts'
import { sendAnswer } from '../../http/send-answer.ts'
import { answerMail } from '../../mail/answer-mail.ts'
import { answerRecalculate } from '../../recalculate/answer.ts'
import { answerCheck } from '../../recalculate/answer-check.ts'
import { realWorld, workbookOf } from '../../world.ts'

/** Addresses of the functions on this machine. */
export interface LocalFunctions {
  recalculate: string
  sendDigest: string
  sendReminders: string
}

const HANDLERS: Readonly<Record<string, Handler>> = {
  '/recalculate': (call, config) =>
    answerRecalculate(call, config, { ...realWorld(false), log: call.log, workbook: workbookOf(config) }),
  '/check': (call, config) => answerCheck(call, config, { ...realWorld(false), log: call.log, workbook: workbookOf(config) }),
  '/send-digest': (call, config) => answerMail(sendDigest, call, config, realWorld(false)),
  '/send-reminders': (call, config) => answerMail(sendReminders, call, config, realWorld(false)),
}

/** The functions over HTTP on this machine, on a free port. `today` is asked at each call. */
export async function serveFunctions(config: Config, today: () => string | undefined, texts: Texts) {
  const server = createServer(async (request, response) => {
    const failed = (thrown: unknown) => failureAnswer(asFailure(thrown), texts)
    const configured = { ...config, today: today(), language: texts.language }
    sendAnswer(request, response, await answer(request, configured).catch(failed), false)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    urls: {
      recalculate: `${root}/recalculate`,
      sendDigest: `${root}/send-digest`,
      sendReminders: `${root}/send-reminders`,
    } satisfies LocalFunctions,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

async function answer(request: IncomingMessage, config: Config): Promise<Answer> {
  const handler = Object.hasOwn(HANDLERS, request.url ?? '') ? HANDLERS[request.url!] : undefined
  if (!handler) throw new Failure('unknown-path')
  if (request.method !== 'POST') throw new Failure('wrong-method')
  // A page of another origin can send simple requests to this machine; it can't do without this header.
  if (request.headers.origin) throw new Failure('not-allowed')
  const { log } = realWorld(false)
  return handler(
    { body: parseObject(await readBody(request)), caller: { email: 'local', roles: ['administrator'] }, log },
    config,
  )
}
