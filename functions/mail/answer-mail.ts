import type { Config } from '../../shared/config.ts'
import type { MailRequest, MailWorld } from '../../shared/jobs/mail/mail-world.ts'
import type { MailDocument } from '../../shared/jobs/mail/run-mail.ts'
import type { World } from '../../shared/ports.ts'
import type { Answer } from '../http/answer.ts'
import type { Call } from '../http/call.ts'
import { mailWorldOf } from '../mail-world.ts'
import { mailRequest } from './mail-request.ts'

/** Runs a job that mails and answers with its document; 503 where the outbox is out of reach, so that the schedule tries again. */
export async function answerMail(
  job: (request: MailRequest, world: MailWorld) => Promise<MailDocument>,
  call: Call,
  config: Config,
  base: World,
): Promise<Answer> {
  const { world, senderAddress, close } = await mailWorldOf(config, base)
  try {
    const document = await job(mailRequest(call, config, senderAddress, base.now()), world)
    return { status: document.stopped === 'store-unavailable' ? 503 : 200, body: document }
  } finally {
    await close()
  }
}
