import { setTimeout as sleep } from 'node:timers/promises'
import type { Config } from '../shared/config.ts'
import { Failure } from '../shared/errors.ts'
import { composerFor } from '../shared/jobs/mail/composer.ts'
import type { MailWorld } from '../shared/jobs/mail/mail-world.ts'
import { rawMessage } from '../shared/mail/mime.ts'
import { parseSmtpSettings } from '../shared/mail/smtp-settings.ts'
import { drawChart } from '../shared/pictures/draw-chart.ts'
import { fontFile } from '../shared/pictures/font-file.ts'
import type { MailDoor, ObjectStore, World } from '../shared/ports.ts'
import { gmailDoorOf, objectStoreOf } from './mail-doors.ts'
import { workbookOf } from './world.ts'

/** Pixels of a picture a pixel of its place. */
const SCALE = 2

type MailConfig = Pick<
  Config,
  'googleUrl' | 'spreadsheetId' | 'mostRows' | 'bucket' | 'mailFrom' | 'smtpUrl' | 'smtpPassword' | 'gmailAccount'
>

/** The outbox of the workbook. Throws Failure `bad-configuration` without a bucket. */
export function storeOf({ bucket, googleUrl }: Pick<Config, 'bucket' | 'googleUrl'>): ObjectStore {
  if (!bucket) throw new Failure('bad-configuration', { variables: 'TALLYSHEET_BUCKET' })
  return objectStoreOf({ bucket, googleUrl })
}

/** By SMTP where a server is named, else by Gmail as the sender. */
async function doorOf(config: MailConfig, sender: string, now: () => Date): Promise<MailDoor> {
  const { smtpUrl, smtpPassword, gmailAccount, googleUrl } = config
  if (smtpUrl) {
    // Loaded where it is used: whoever sends by Gmail needs none of it.
    const [{ openSmtpDoor }, { USUAL_LIMITS }] = await Promise.all([
      import('../shared/mail/smtp-door.ts'),
      import('../shared/mail/smtp-transport.ts'),
    ])
    return openSmtpDoor(parseSmtpSettings(smtpUrl, smtpPassword), USUAL_LIMITS, now)
  }
  if (gmailAccount) return gmailDoorOf({ googleUrl, gmailAccount, sender, mimeOf: rawMessage, now })
  throw new Failure('bad-configuration', { variables: 'TALLYSHEET_SMTP_URL' })
}

/** Everything that a job that mails needs. `close` ends the connections. */
export async function mailWorldOf(
  config: MailConfig,
  world: World,
): Promise<{ world: MailWorld; senderAddress: string; close(): Promise<void> }> {
  if (!config.mailFrom) throw new Failure('bad-configuration', { variables: 'TALLYSHEET_MAIL_FROM' })
  const { address } = config.mailFrom
  const door = await doorOf(config, address, world.now)
  return {
    world: {
      ...world,
      workbook: workbookOf(config),
      store: storeOf(config),
      door,
      sleep: (ms) => sleep(ms),
      composer: composerOf(address),
    },
    senderAddress: address,
    close: () => door.close(),
  }
}

/** Words and pictures of mails; answers go to the address. */
export const composerOf = (answersTo: string) =>
  composerFor(
    (chart, widthPx, heightPx) => drawChart(chart, { widthPx, heightPx, scale: SCALE, fontFile: fontFile() }),
    answersTo,
  )
