import { expect, test } from 'vitest'
import { rowHeightPx } from '../../../../shared/jobs/export-file/row-height.ts'
import type { FullFormat } from '../../../../shared/model/sheet-looks.ts'

const WRAP: FullFormat = { wrapStrategy: 'WRAP' }
const heightOf = (text: string, format: FullFormat = WRAP, widthPx = 140, heightPx = 21, hidden = false) =>
  rowHeightPx({ heightPx, hidden: false, cells: [{ effectiveValue: { stringValue: text }, userEnteredFormat: format }] }, [
    { widthPx, hidden },
  ])

test.each([
  ['one line', heightOf('十个汉字'), 21],
  ['ten Chinese signs on 134 pixels and one more', heightOf('一二三四五六七八九十百'), 38],
  ['lines of its own', heightOf('a\nb\n\nc'), 72],
  ['twice as large', heightOf('十个汉字十个', { ...WRAP, textFormat: { fontSize: 20 } }), 72],
  ['not wrapped', heightOf('x'.repeat(500), {}), 21],
  ['a height that somebody gave', heightOf('x'.repeat(500), WRAP, 140, 30), 30],
  ['a hidden column', heightOf('x'.repeat(500), WRAP, 140, 21, true), 21],
  ['no more than Excel takes', heightOf('x'.repeat(20_000)), 545],
])('%s', (_name, height, expected) => {
  expect(height).toBe(expected)
})
