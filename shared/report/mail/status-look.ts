import type { Status } from '../../model/progress.ts'
import type { Texts } from '../../model/texts/texts.ts'
import type { Tone } from './mail-document.ts'

const LOOK: Record<Status, { symbol: string; tone: Tone }> = {
  achieved: { symbol: '✓', tone: 'good' },
  'on-track': { symbol: '●', tone: 'good' },
  holding: { symbol: '●', tone: 'good' },
  'at-risk': { symbol: '▲', tone: 'warning' },
  'off-track': { symbol: '▼', tone: 'bad' },
  missed: { symbol: '✕', tone: 'bad' },
  breached: { symbol: '✕', tone: 'bad' },
  tracking: { symbol: '○', tone: 'plain' },
  'no-data': { symbol: '–', tone: 'plain' },
}

/** A status in words with a symbol and a tone: never told by colour alone. */
export const statusLook = (status: Status, texts: Texts): { symbol: string; text: string; tone: Tone } => ({
  ...LOOK[status],
  text: texts.workbook.status[status],
})
