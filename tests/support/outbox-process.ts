import { openGmailDoor } from '../../shared/google/gmail-door.ts'
import { openObjectStore } from '../../shared/google/object-store.ts'
import { signIn } from '../../shared/google/sign-in.ts'
import { runOutbox } from '../../shared/jobs/outbox/run-outbox.ts'
import { silentLog } from '../../shared/log.ts'
import { rawMessage } from '../../shared/mail/mime.ts'
import { openSmtpDoor } from '../../shared/mail/smtp-door.ts'
import { parseSmtpSettings } from '../../shared/mail/smtp-settings.ts'
import { madePacing } from './made-pacing.ts'
import { dueDigest, SPREADSHEET } from './outbox-case.ts'

/** What the parent tells a run that it will kill; times pass by waiting only, so that pacing costs the test nothing. */
export interface OutboxOrder {
  googleUrl: string
  bucket: string
  /** Without it the mails go by Gmail. */
  smtpUrl: string | null
  run: string
  startsAt: string
  period: string
  addresses: readonly string[]
}

const { googleUrl, bucket, smtpUrl, run, startsAt, period, addresses } = JSON.parse(process.argv[2]!) as OutboxOrder

let nowMs = Date.parse(startsAt)
const sleep = async (ms: number) => {
  nowMs += ms
}
const now = () => new Date(nowMs)
const pacing = madePacing(nowMs % 1_000_003)
const access = signIn(googleUrl, true)
const door = smtpUrl
  ? openSmtpDoor(parseSmtpSettings(smtpUrl, undefined))
  : openGmailDoor({ access, pacing, mimeOf: (mail) => rawMessage(mail) })
const world = {
  now,
  random: pacing.random,
  log: silentLog,
  store: openObjectStore({ access, bucket, pacing }),
  door,
  sleep,
}
async function main(): Promise<void> {
  const { tally, stopped } = await runOutbox(
    {
      kind: 'digest',
      batches: [
        {
          schedule: 'digest-weekly',
          period,
          due: addresses.map((address) => dueDigest(address, period, run)),
          whole: true,
        },
      ],
      wanted: () => null,
      limits: { perDay: 10_000, perRun: 10_000, perSecond: 2, until: new Date(nowMs + 8 * 3_600_000), timeZone: 'Asia/Shanghai' },
    },
    { spreadsheetId: SPREADSHEET, id: run, trigger: 'scheduled' },
    world,
  )
  await door.close()
  process.stdout.write(JSON.stringify({ tally, stopped }))
}

void main()
