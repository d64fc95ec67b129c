import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ParsedMail, simpleParser } from 'mailparser'
import type { Behaviour } from '../../infra/local/mailbox/behaviour.ts'
import { startMailbox } from '../../infra/local/mailbox/mailbox.ts'
import type { MailDocument } from '../../shared/jobs/mail/run-mail.ts'
import type { CountyOptions } from './county.ts'
import { type DeployedFunction, deployFunction } from './deployed-function.ts'
import type { FunctionProcess } from './function-process.ts'

const BUCKET = 'county-outbox'
export const SENDER = 'bureau@example.cn'

/** A built function that mails, with emulated Storage and a mail server that does as it is told. */
export interface DeployedMail extends DeployedFunction {
  /** What the mail server does at a moment; undefined lets it do as it should. */
  behaviour: { value: Behaviour }
  mails(): Promise<ParsedMail[]>
  /** Addresses of what was taken, in alphabetical order. */
  reached(): Promise<string[]>
}

export async function deployMail(name: string, options: CountyOptions = {}): Promise<DeployedMail> {
  const folder = mkdtempSync(join(tmpdir(), 'tallysheet-mails-'))
  const behaviour: DeployedMail['behaviour'] = { value: () => undefined }
  const [deployed, mailbox] = await Promise.all([
    deployFunction(name, options),
    startMailbox({ folder, behaviour: (moment) => behaviour.value(moment) }),
  ])
  deployed.county.apis.buckets.create(BUCKET)
  Object.assign(deployed.environment, {
    TALLYSHEET_BUCKET: BUCKET,
    TALLYSHEET_MAIL_FROM: `Bureau <${SENDER}>`,
    TALLYSHEET_SMTP_URL: mailbox.url,
  })
  return {
    ...deployed,
    behaviour,
    mails: () => Promise.all(mailbox.mails().map(async ({ name }) => simpleParser(await readFile(join(folder, `${name}.eml`))))),
    reached: async () =>
      mailbox
        .mails()
        .flatMap(({ to }) => to)
        .toSorted(),
    close: async () => {
      await deployed.close()
      await mailbox.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** A call's answer as a job that mails gives it. */
export async function callMail(
  running: FunctionProcess,
  ...asked: Parameters<FunctionProcess['call']>
): Promise<{ status: number; json: MailDocument }> {
  const { status, json } = await running.call(...asked)
  return { status, json: json as unknown as MailDocument }
}
