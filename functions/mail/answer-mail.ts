import type { Config } from '../../shared/config.ts'
import type { MailRequest, MailWorld } from '../../shared/jobs/mail/mail-world.ts'
import type { MailDocument } from '../../shared/jobs/mail/run-mail.ts'
import type { World } from '../../shared/ports.ts'
import type { Answer } from '../http/answer.ts'
import type { Call } from '../http/call.ts'
import { mailWorldOf } from '../mail-world.ts'
import { mailRequest } from './mail-request.ts'

/** What makes the schedule try again: the outbox is out of reach, or a message could not be put into words. */
const STATUS: Readonly<Record<string, number>> = { 'store-unavailable': 503, 'not-composed': 500 }

/** Runs a job that mails and answers with its document. */
export async function answerMail(
  job: (request: MailRequest, world: MailWorld) => Promise<MailDocument>,
  call: Call,
  config: Config,
  base: World,
): Promise<Answer> {
  const { world, senderAddress, close } = await mailWorldOf(config, base)
  try {
    const document = await job(mailRequest(call, config, senderAddress, base.now()), world)
    return { status: STATUS[document.stopped ?? ''] ?? 200, body: document }
  } finally {
    await close()
  }
}
