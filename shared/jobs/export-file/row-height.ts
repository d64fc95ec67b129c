import { type RowLooks, type SheetLooks, USUAL_HEIGHT_PX } from '../../model/sheet-looks.ts'

/** Excel's greatest, 409 points. */
const MOST_PX = 545
const USUAL_SIZE_POINTS = 10
/** Of a text of 10 points: a line's height, and the width of a sign, Chinese ones being as wide as high. */
const LINE_PX = 17
const NARROW_PX = 6.6
const WIDE_PX = 13.4
const MARGIN_PX = 6

/**
 * The row's height in pixels. One that nobody gave a height makes room for its wrapped texts, by an estimate of their lines that is
 * rather too high: not every program does that by itself when it opens a file, and a message that is cut off helps nobody.
 */
export function rowHeightPx({ heightPx, cells }: RowLooks, columns: SheetLooks['columns']): number {
  if (heightPx !== USUAL_HEIGHT_PX) return heightPx
  const heights = cells.map(({ effectiveValue, userEnteredFormat }, column) => {
    const text = effectiveValue?.stringValue
    const wraps = userEnteredFormat?.wrapStrategy === 'WRAP' || userEnteredFormat?.wrapStrategy === 'LEGACY_WRAP'
    const widthPx = (columns[column]?.widthPx ?? 0) - MARGIN_PX
    if (!text || !wraps || widthPx <= 0 || columns[column]?.hidden) return 0
    const scale = (userEnteredFormat?.textFormat?.fontSize ?? USUAL_SIZE_POINTS) / USUAL_SIZE_POINTS
    const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((widthOf(line) * scale) / widthPx)), 0)
    return lines * LINE_PX * scale + USUAL_HEIGHT_PX - LINE_PX
  })
  return Math.min(MOST_PX, Math.max(USUAL_HEIGHT_PX, ...heights))
}

const FIRST_WIDE = 0x2e80

/** Width in pixels at 10 points. */
function widthOf(text: string): number {
  let width = 0
  for (const sign of text) width += sign.codePointAt(0)! >= FIRST_WIDE || /[“”‘’…—]/.test(sign) ? WIDE_PX : NARROW_PX
  return width
}
