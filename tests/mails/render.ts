import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import type { ComposedMessage } from '../../shared/model/message.ts'

export interface View {
  width: 320 | 600 | 1200
  scheme: 'light' | 'dark'
  images: boolean
}

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/** Stands in for the picture, whose drawing is another part's matter. */
const PICTURE = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="1088" height="520"><rect width="1088" height="520" fill="#fff"/><polyline points="40,480 400,330 760,170 1050,60" fill="none" stroke="#14507a" stroke-width="8"/></svg>')}`

/** Opens a mail as a mailbox shows it. Whoever opens it closes the page's context. */
export async function openMail(browser: Browser, { html }: ComposedMessage, { width, scheme, images }: View): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme })
  const page = await context.newPage()
  await page.setContent(images ? html.replaceAll(/"cid:[^"]+"/g, `"${PICTURE}"`) : html)
  return page
}

/** Serious and critical findings of axe-core, as rule and place; and whether the page is wider than the window. */
export async function findings(page: Page): Promise<{ axe: string[]; overflow: number }> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const window = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { impact: string; id: string; nodes: { html: string }[] }[] }> }
      document: { documentElement: { scrollWidth: number; clientWidth: number } }
    }
    const { violations } = await window.axe.run()
    const { scrollWidth, clientWidth } = window.document.documentElement
    return {
      axe: violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
      overflow: scrollWidth - clientWidth,
    }
  })
}
