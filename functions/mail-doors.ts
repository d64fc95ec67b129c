import type { Config } from '../shared/config.ts'
import { openObjectStore } from '../shared/google/object-store.ts'
import { GMAIL_SCOPES, STORAGE_SCOPES } from '../shared/google/sign-in.ts'
import type { Mail, MailDoor, ObjectStore } from '../shared/ports.ts'
import { accessOf, realPacing } from './world.ts'

// Apart from the doors to the workbook, so that what never mails doesn't carry them.

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
