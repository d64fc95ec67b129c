import { randomInt } from 'node:crypto'
import { type Config, isLoopback } from '../shared/config.ts'
import { Failure } from '../shared/errors.ts'
import { openObjectStore } from '../shared/google/object-store.ts'
import type { Pacing } from '../shared/google/retry.ts'
import { GMAIL_SCOPES, STORAGE_SCOPES, signIn } from '../shared/google/sign-in.ts'
import { openWorkbook } from '../shared/google/workbook.ts'
import { openWorkbookLooks } from '../shared/google/workbook-looks.ts'
import { openWorkbookMaker } from '../shared/google/workbook-maker.ts'
import { jsonLog, silentLog } from '../shared/log.ts'
import type { Mail, MailDoor, ObjectStore, Workbook, WorkbookLooks, WorkbookMaker, World } from '../shared/ports.ts'

/** The real clock, chance and patience. */
const realPacing: Pacing = {
  nowMs: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  random: () => randomInt(2 ** 32) / 2 ** 32,
}

/** The world of a command. Log lines go to standard error, and only when asked for. */
export const realWorld = (verbose: boolean): World => ({
  now: () => new Date(),
  random: realPacing.random,
  log: verbose ? jsonLog((line) => process.stderr.write(`${line}\n`)) : silentLog,
})

const accessOf = ({ googleUrl }: Pick<Config, 'googleUrl'>, scopes?: readonly string[]) =>
  signIn(googleUrl, googleUrl !== undefined && isLoopback(googleUrl), scopes)

/** The workbook that the command is about. */
export function workbookOf(config: Pick<Config, 'googleUrl' | 'spreadsheetId'>): Workbook {
  if (!config.spreadsheetId) throw new Failure('no-spreadsheet')
  return openWorkbook({ access: accessOf(config), spreadsheetId: config.spreadsheetId, pacing: realPacing })
}

/** Its looks, for what is read only to be shown elsewhere. */
export function workbookLooksOf(config: Pick<Config, 'googleUrl' | 'spreadsheetId'>): WorkbookLooks {
  if (!config.spreadsheetId) throw new Failure('no-spreadsheet')
  return openWorkbookLooks({ access: accessOf(config), spreadsheetId: config.spreadsheetId, pacing: realPacing })
}

export const workbookMakerOf = (config: Pick<Config, 'googleUrl'>): WorkbookMaker =>
  openWorkbookMaker(accessOf(config), realPacing)

/** One bucket of Cloud Storage. */
export const objectStoreOf = ({ bucket, googleUrl }: Pick<Config, 'googleUrl'> & { bucket: string }): ObjectStore =>
  openObjectStore({ access: accessOf({ googleUrl }, STORAGE_SCOPES), bucket, pacing: realPacing })

/** Gmail as the sender, whom the service account may act as. */
export async function gmailDoorOf({
  googleUrl,
  gmailAccount,
  sender,
  mimeOf,
  now,
}: Pick<Config, 'googleUrl'> & {
  gmailAccount: string
  sender: string
  mimeOf: (mail: Mail) => Promise<Uint8Array>
  now: () => Date
}): Promise<MailDoor> {
  const [{ openGmailDoor }, { SIGNING_SCOPES, signInAs }] = await Promise.all([
    import('../shared/google/gmail-door.ts'),
    import('../shared/google/delegated-sign-in.ts'),
  ])
  const access = accessOf({ googleUrl }, SIGNING_SCOPES)
  const asSender = signInAs({ access, serviceAccount: gmailAccount, user: sender, scopes: GMAIL_SCOPES, now })
  return openGmailDoor({ access: asSender, pacing: realPacing, mimeOf })
}
