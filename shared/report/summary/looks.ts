import type { Status } from '../../model/progress.ts'
import type { CellFormat } from '../../model/sheet-request.ts'
import { hex } from '../template/tab-looks.ts'

const ink = (code: string) => ({ foregroundColorStyle: { rgbColor: hex(code) } })
const ground = (code: string): CellFormat => ({ backgroundColorStyle: { rgbColor: hex(code) } })

const INK = '1d2b3a'
const GREY = '5d6b7a'

/** Looks of Summary's cells. */
export const LOOKS = {
  title: { textFormat: { bold: true, fontSize: 16, ...ink(INK) }, verticalAlignment: 'MIDDLE' },
  banner: { textFormat: { bold: true, fontSize: 11, ...ink('9c3b00') }, verticalAlignment: 'MIDDLE', wrapStrategy: 'WRAP' },
  headline: { textFormat: { bold: true, fontSize: 12, ...ink(INK) }, verticalAlignment: 'MIDDLE', wrapStrategy: 'WRAP' },
  quiet: { textFormat: { fontSize: 9, ...ink(GREY) }, verticalAlignment: 'MIDDLE', wrapStrategy: 'WRAP' },
  cardLabel: { ...ground('eef3f9'), textFormat: { fontSize: 9, ...ink(GREY) }, horizontalAlignment: 'CENTER' },
  cardValue: {
    ...ground('eef3f9'),
    textFormat: { bold: true, fontSize: 16, ...ink(INK) },
    horizontalAlignment: 'CENTER',
    verticalAlignment: 'MIDDLE',
  },
  cardMore: { ...ground('eef3f9'), textFormat: { fontSize: 9, ...ink(GREY) }, horizontalAlignment: 'CENTER' },
  section: { textFormat: { bold: true, fontSize: 12, ...ink('2b5c9e') }, verticalAlignment: 'BOTTOM' },
  header: {
    ...ground('2b5c9e'),
    textFormat: { bold: true, ...ink('ffffff') },
    horizontalAlignment: 'CENTER',
    verticalAlignment: 'MIDDLE',
    wrapStrategy: 'WRAP',
  },
  name: { textFormat: { ...ink(INK) }, verticalAlignment: 'MIDDLE', wrapStrategy: 'WRAP' },
  figure: { textFormat: { ...ink(INK) }, horizontalAlignment: 'RIGHT', verticalAlignment: 'MIDDLE' },
  words: { textFormat: { ...ink(INK) }, horizontalAlignment: 'CENTER', verticalAlignment: 'MIDDLE' },
  text: { textFormat: { ...ink(INK) }, verticalAlignment: 'MIDDLE', wrapStrategy: 'WRAP' },
  basis: { textFormat: { fontSize: 9, ...ink(GREY) }, verticalAlignment: 'TOP', wrapStrategy: 'WRAP' },
} as const satisfies Record<string, CellFormat>

export const withNumber = (look: CellFormat, pattern: string): CellFormat => ({
  ...look,
  numberFormat: { type: pattern.includes('%') ? 'PERCENT' : 'NUMBER', pattern },
})

/** Status in a symbol, so that colour is never needed, and in colours that differ in lightness and along blue-orange. */
export const STATUS_LOOKS: Record<Status, { symbol: string; ground: string; bar: string }> = {
  achieved: { symbol: '✔', ground: 'cfe3f7', bar: '2b5c9e' },
  'on-track': { symbol: '●', ground: 'cfe3f7', bar: '2b5c9e' },
  holding: { symbol: '◆', ground: 'cfe3f7', bar: '2b5c9e' },
  'at-risk': { symbol: '▲', ground: 'fdeeb5', bar: 'c99700' },
  'off-track': { symbol: '▼', ground: 'f2b48c', bar: 'b3480f' },
  missed: { symbol: '✖', ground: 'f2b48c', bar: 'b3480f' },
  breached: { symbol: '✖', ground: 'f2b48c', bar: 'b3480f' },
  tracking: { symbol: '○', ground: 'ffffff', bar: '7a8794' },
  'no-data': { symbol: '–', ground: 'e6e6e6', bar: '7a8794' },
}

export const statusLook = (status: Status): CellFormat => ({
  ...LOOKS.words,
  ...ground(STATUS_LOOKS[status].ground),
  textFormat: { bold: true, ...ink(INK) },
})
