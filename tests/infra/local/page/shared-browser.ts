import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, vi } from 'vitest'
import { startBrowser } from '../../../support/browser.ts'

/** One browser for the tests of a file, started before and closed after them; it shares the machine with everything else that runs. */
export function sharedBrowser(): () => Browser {
  vi.setConfig({ testTimeout: 60_000 })
  let browser: Browser
  beforeAll(async () => {
    browser = await startBrowser()
  }, 40_000)
  afterAll(() => browser.close())
  return () => browser
}
