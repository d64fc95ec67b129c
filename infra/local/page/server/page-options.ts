import type { GoogleApis } from '../../google-apis/server.ts'
import type { MailboxView } from './mailbox-view.ts'

/** The day that the functions take for today: undefined is the real one. */
interface DaySetting {
  get(): string | undefined
  set(day: string | undefined): void
}

export interface PageOptions {
  readonly port: number
  /** Takes the next free port when the wanted one is in use. */
  readonly nextFreePort?: boolean
  readonly apis: GoogleApis
  readonly spreadsheetId: string
  /** Addresses of the functions; buttons appear for those that there are. */
  readonly functions: { readonly recalculate: string; readonly sendDigest?: string; readonly sendReminders?: string }
  readonly mailbox?: MailboxView
  readonly day: DaySetting
  /** The clock; the real one unless told otherwise. */
  readonly now?: () => Date
  /** Puts everything back as it was at first; false where that isn't known yet, since the first run is still under way. */
  readonly reset?: () => Promise<boolean>
  /** The workbook as an .xlsx file. */
  readonly exportFile: () => Promise<Uint8Array>
  /** Takes the tabs that people write from an .xlsx file; throws a Failure for a file that can't be read. */
  readonly importFile: (bytes: Uint8Array) => Promise<void>
}
