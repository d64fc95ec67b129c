import type { Config } from '../../../shared/config.ts'
import { parseConfig } from '../../../shared/config.ts'

/** The bucket of the emulator that holds the outbox. */
export const LOCAL_BUCKET = 'tallysheet-local'

/** How the functions are configured on this machine; callers aren't checked. */
export const localConfig = (googleUrl: string, spreadsheetId: string, smtpPort: number): Config =>
  parseConfig({
    TALLYSHEET_SPREADSHEET_ID: spreadsheetId,
    TALLYSHEET_GOOGLE_URL: googleUrl,
    TALLYSHEET_BUCKET: LOCAL_BUCKET,
    TALLYSHEET_MAIL_FROM: 'tallysheet@example.test',
    TALLYSHEET_SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
  })
