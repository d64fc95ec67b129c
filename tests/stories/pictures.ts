import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Language } from '../../shared/model/language.ts'
import { STORIES } from './all.ts'
import { OPTIONAL } from './cast.ts'
import { type Crop, drawTab } from './draw.ts'
import { play } from './play.ts'
import type { Sheet } from './read-sheet.ts'
import { sampleTab } from './sample-tab.ts'
import { shoot } from './shoot.ts'
import type { Told } from './story.ts'

const docs = fileURLToPath(new URL('../../docs/', import.meta.url))

async function take(file: string, tabs: readonly Sheet[], sheet: Sheet, crop: Crop): Promise<void> {
  const { html, width } = drawTab(tabs, sheet, crop)
  await shoot(`${docs}${file}`, html, width)
  console.log(`docs/${file}`)
}

/** Plays a story and takes its frames. */
async function takeFrames(told: Told, language: Language): Promise<void> {
  for await (const { step, tabs, sheet } of play(told, language)) {
    if (!step.frame || (language === 'en' && !step.frame.inEnglishToo)) continue
    const { file, rows, without } = step.frame
    const [first, last] = rows
    const name = `stories/${file}${language === 'en' ? '-en' : ''}.png`
    await take(name, tabs, sheet, { rows: Array.from({ length: last - first + 1 }, (_, n) => first + n), without })
  }
}

mkdirSync(`${docs}stories`, { recursive: true })
for (const told of STORIES) for (const language of ['zh-CN', 'en'] as const) await takeFrames(told, language)
const { tabs, sheet, rows } = await sampleTab()
await take('submissions.png', tabs, sheet, { rows, without: [...OPTIONAL, 'E', 'H'] })
