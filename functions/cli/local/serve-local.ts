import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import type { GoogleApis } from '../../../infra/local/google-apis/server.ts'
import type { Mailbox } from '../../../infra/local/mailbox/mailbox.ts'
import { mailboxView } from '../../../infra/local/mailbox/mailbox-view.ts'
import type { Page } from '../../../infra/local/page/server/start-page.ts'
import type { Config } from '../../../shared/config.ts'
import { textsFor } from '../../../shared/model/texts/texts.ts'
import { workbookOf } from '../../world.ts'
import type { LocalOptions } from '../commands/local.ts'
import { exportFile } from '../export-file.ts'
import type { DataFolder } from './data-folder.ts'
import { loadWorkbook } from './load-workbook.ts'
import { type LocalFunctions, serveFunctions } from './serve-functions.ts'

/** The workbook as it was at first, to go back to. */
export const SAMPLE_FOLDER = 'sample'
/** Where mails are kept. */
export const MAILBOX_FOLDER = 'mailbox'

export interface Served {
  page: Page
  functions: LocalFunctions
  close(): Promise<void>
}

interface Local {
  apis: GoogleApis
  config: Config
  mailbox: Mailbox
  /** The day to begin with. */
  day: string | undefined
  options: LocalOptions
  folder: DataFolder
}

/** The functions and the page, which share the day. */
export async function serveLocal({ apis, config, mailbox, options, folder, ...local }: Local): Promise<Served> {
  let { day } = local
  const functions = await serveFunctions(config, () => day, textsFor(options.language))
  // Loaded only here: it brings a bundler, which no other command should wait for.
  const { startPage } = await import('../../../infra/local/page/server/start-page.ts')
  const page = await startPage({
    port: options.port,
    nextFreePort: true,
    apis,
    spreadsheetId: config.spreadsheetId!,
    functions: functions.urls,
    mailbox: mailboxView(mailbox, folder.path(MAILBOX_FOLDER)),
    day: {
      get: () => day,
      set: (wanted) => {
        day = wanted
      },
    },
    reset: async () => {
      const sample = folder.path(SAMPLE_FOLDER)
      if (!existsSync(sample)) return false
      await apis.loadFrom(sample)
      await apis.save()
      return true
    },
    exportFile: async () => {
      const file = folder.path('saved-from-page.xlsx')
      await exportFile(file, config, false)
      const bytes = await readFile(file)
      await rm(file)
      return bytes
    },
    importFile: (bytes) => loadWorkbook(bytes, workbookOf(config)),
  })
  return {
    page,
    functions: functions.urls,
    close: async () => {
      await page.close()
      await functions.close()
    },
  }
}
