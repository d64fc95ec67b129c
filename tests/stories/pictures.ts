import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Language } from '../../shared/model/settings.ts'
import { STORIES } from './all.ts'
import { drawTab } from './draw.ts'
import { play } from './play.ts'
import { shoot } from './shoot.ts'
import type { Told } from './story.ts'
import { unitSlip } from './unit-slip.ts'

const folder = fileURLToPath(new URL('../../docs/stories/', import.meta.url))

/** Plays a story and takes its frames. */
async function picture(told: Told, language: Language): Promise<void> {
  for await (const { step, tabs, sheet } of play(told, language)) {
    if (!step.frame) continue
    const { file, rows, without } = step.frame
    const [first, last] = rows
    const { html, width } = drawTab(tabs, sheet, { rows: Array.from({ length: last - first + 1 }, (_, n) => first + n), without })
    const name = language === 'en' ? `${file}-en.png` : `${file}.png`
    await shoot(`${folder}${name}`, html, width)
    console.log(`docs/stories/${name}`)
  }
}

mkdirSync(folder, { recursive: true })
for (const told of STORIES) await picture(told, 'zh-CN')
await picture(unitSlip, 'en')
