import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startBrowser } from '../support/browser.ts'
import { findings, openMail, type View } from './render.ts'
import { STATES, type StateName } from './states.ts'

// Draws every mail in every view into a folder, and ends with 1 when axe-core or the width finds fault with one.

const folder = process.argv[2] ?? join(import.meta.dirname, '../../.local/mails')
const only = process.argv[3]?.split(',') ?? Object.keys(STATES)
const VIEWS: readonly View[] = ([320, 600, 1200] as const).flatMap((width) =>
  (['light', 'dark'] as const).flatMap((scheme) => [true, false].map((images) => ({ width, scheme, images }))),
)

mkdirSync(folder, { recursive: true })
const browser = await startBrowser()
let faults = 0
let pictures = 0
try {
  for (const state of only as StateName[])
    for (const language of ['zh-CN', 'en'] as const) {
      const mail = STATES[state](language)
      console.log(`${state} ${language}: ${mail.subject} (${Buffer.byteLength(mail.html)} bytes)`)
      for (const view of VIEWS) {
        const page = await openMail(browser, mail, view)
        const found = await findings(page)
        for (const fault of [...found.axe, ...(found.overflow > 0 ? [`wider than the window by ${found.overflow}`] : [])]) {
          faults++
          console.error(`  ${view.width} ${view.scheme}: ${fault}`)
        }
        const name = `${state}-${language}-${view.width}-${view.scheme}${view.images ? '' : '-no-images'}.png`
        await page.screenshot({ path: join(folder, name), fullPage: true })
        pictures++
        await page.context().close()
      }
    }
} finally {
  await browser.close()
}
console.log(`${pictures} pictures in ${folder}, ${faults} faults`)
process.exitCode = faults > 0 ? 1 : 0
