import type { Browser, BrowserContext, Page as Window } from 'playwright-core'
import { LOCAL_BUCKET, localConfig } from '../../../../functions/cli/local/local-config.ts'
import { serveFunctions } from '../../../../functions/cli/local/serve-functions.ts'
import { startMailbox } from '../../../../infra/local/mailbox/mailbox.ts'
import { mailboxView } from '../../../../infra/local/mailbox/mailbox-view.ts'
import type { MailboxView } from '../../../../infra/local/page/server/mailbox-view.ts'
import { type Page, startPage } from '../../../../infra/local/page/server/start-page.ts'
import { textsFor } from '../../../../shared/model/texts/texts.ts'
import { type County, type CountyOptions, startCounty } from '../../../support/county.ts'

export interface Office {
  county: County
  page: Page
  /** A window on the page; what it complained of is collected. */
  open(browser: Browser, options?: WindowOptions): Promise<Window>
  complaints: string[]
  loaded: Uint8Array[]
  resets: () => number
  /** Closes its windows too. */
  close(): Promise<void>
}

/** Instead of what is there by default. */
interface OfficeOptions extends CountyOptions {
  /** How often going back is refused, as it is before the first run has ended. */
  resetsRefused?: number
  /** Mails really go to a mailbox of this folder. */
  mailFolder?: string
}

interface WindowOptions {
  locale?: string
  width?: number
  height?: number
  dark?: boolean
  path?: string
  guide?: boolean
}

/** A county with the page on it and the real function behind it. */
export async function openOffice(options: OfficeOptions = {}, shown?: MailboxView): Promise<Office> {
  const county = await startCounty(options)
  const { mailFolder } = options
  county.apis.buckets.create(LOCAL_BUCKET)
  const server = mailFolder === undefined ? null : await startMailbox({ folder: mailFolder })
  const mailbox = server && mailFolder !== undefined ? mailboxView(server, mailFolder) : shown
  const config = localConfig(county.apis.url, county.spreadsheetId, server?.port ?? 1)
  let day: string | undefined = county.today
  let resets = 0
  const functions = await serveFunctions(config, () => day, textsFor(county.language))
  const loaded: Uint8Array[] = []
  const page = await startPage({
    port: 0,
    apis: county.apis,
    spreadsheetId: county.spreadsheetId,
    functions: server ? functions.urls : { recalculate: functions.urls.recalculate },
    day: {
      get: () => day,
      set: (wanted) => {
        day = wanted
      },
    },
    ...(mailbox ? { mailbox } : {}),
    reset: async () => {
      resets++
      return resets > (options.resetsRefused ?? 0)
    },
    exportFile: async () => new TextEncoder().encode('file'),
    importFile: async (bytes) => void loaded.push(bytes),
  })
  const complaints: string[] = []
  const contexts: BrowserContext[] = []
  return {
    county,
    page,
    complaints,
    loaded,
    resets: () => resets,
    open: async (browser, { locale = 'en', width = 1280, height = 800, dark = false, path = '/', guide = false } = {}) => {
      const context = await browser.newContext({
        locale,
        viewport: { width, height },
        colorScheme: dark ? 'dark' : 'light',
        permissions: ['clipboard-read', 'clipboard-write'],
      })
      contexts.push(context)
      if (!guide) await context.addInitScript("localStorage.getItem('guide') ?? localStorage.setItem('guide', 'closed')")
      const window = await context.newPage()
      window.setDefaultTimeout(10_000)
      window.on('pageerror', (error) => complaints.push(error.message))
      window.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text())
      })
      window.on('request', (request) => {
        if (!request.url().startsWith(page.url) && !/^(data|blob):/.test(request.url())) complaints.push(`left: ${request.url()}`)
      })
      await window.goto(page.url + path)
      return window
    },
    close: async () => {
      for (const context of contexts) await context.close()
      await page.close()
      await functions.close()
      await server?.close()
      await county.close()
    },
  }
}
