import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { asFailure, Failure } from '../../../shared/errors.ts'
import type { Texts } from '../../../shared/model/texts/texts.ts'
import { type Answer, failureAnswer } from '../../http/answer.ts'
import { parseObject } from '../../http/parse-object.ts'
import { readBody } from '../../http/read-body.ts'
import { sendAnswer } from '../../http/send-answer.ts'
import { answerRecalculate } from '../../recalculate/answer.ts'
import { realWorld, workbookOf } from '../../world.ts'

/** The functions over HTTP on this machine, on a free port. */
export async function serveFunctions(
  connection: { googleUrl: string; spreadsheetId: string },
  today: string | undefined,
  texts: Texts,
) {
  const server = createServer(async (request, response) => {
    const failed = (thrown: unknown) => failureAnswer(asFailure(thrown), texts)
    sendAnswer(request, response, await answer(request, connection, today, texts).catch(failed), false)
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
  { language }: Texts,
): Promise<Answer> {
  if (request.url !== '/recalculate') throw new Failure('unknown-path')
  if (request.method !== 'POST') throw new Failure('wrong-method')
  // A page of another origin can send simple requests to this machine; it can't do without this header.
  if (request.headers.origin) throw new Failure('not-allowed')
  const call = { body: parseObject(await readBody(request)), caller: { email: 'local', roles: ['administrator' as const] } }
  return answerRecalculate(call, { today, language }, { ...realWorld(false), workbook: workbookOf(connection) })
}
