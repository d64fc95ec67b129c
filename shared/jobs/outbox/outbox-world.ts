import type { Trigger } from '../../model/outbox.ts'
import type { MailDoor, ObjectStore, World } from '../../ports.ts'

/** The world in which messages are planned and sent. */
export interface OutboxWorld extends World {
  store: ObjectStore
  door: MailDoor
  sleep(ms: number): Promise<void>
}

/** The outbox of one spreadsheet, as one run works on it. */
export interface OutboxRun {
  spreadsheetId: string
  /** Id of the run. */
  id: string
  trigger: Trigger
}
