import type { Alignment, Border, BorderStyle, Borders, Fill, Font, Style } from 'exceljs'
import type { CellBorder, CellLooks, FullFormat } from '../../model/sheet-looks.ts'
import type { Rgb } from '../../model/sheet-request.ts'

/** `FF2B5C9E`: a colour with its opacity; what is absent is 0. */
export const argb = ({ red = 0, green = 0, blue = 0 }: Rgb): string =>
  `FF${[red, green, blue]
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
    .toUpperCase()}`

/** What Google shows where a format names its type and no pattern (reference of NumberFormat). */
const USUAL_PATTERNS: Record<string, string> = {
  NUMBER: '#,##0.00',
  PERCENT: '0.00%',
  CURRENCY: '#,##0.00',
  DATE: 'yyyy-mm-dd',
  TIME: 'h:mm:ss',
  DATE_TIME: 'yyyy-mm-dd h:mm:ss',
  SCIENTIFIC: '0.00E+00',
  TEXT: '@',
}

/** The number format as Excel writes it: the languages differ only in how they ask for halves of the day. */
function excelPattern({ numberFormat }: FullFormat): string | undefined {
  if (!numberFormat) return undefined
  const pattern = numberFormat.pattern || USUAL_PATTERNS[numberFormat.type ?? '']
  return pattern?.replace(/am\/pm/gi, 'AM/PM')
}

const VERTICAL = { TOP: 'top', MIDDLE: 'middle', BOTTOM: 'bottom' } as const
const HORIZONTAL = { LEFT: 'left', CENTER: 'center', RIGHT: 'right' } as const

const BORDER_STYLES: Record<string, BorderStyle> = {
  SOLID: 'thin',
  SOLID_MEDIUM: 'medium',
  SOLID_THICK: 'thick',
  DOTTED: 'dotted',
  DASHED: 'dashed',
  DOUBLE: 'double',
}

/** Looks as Excel has them, one object for all cells that look alike: the writer knows a style again by its object. */
export function styleMaker(): (cell: CellLooks, asLink: boolean) => Partial<Style> {
  const made = new Map<string, Partial<Style>>()
  return ({ userEnteredFormat = {}, effectiveFormat }, asLink) => {
    const format = effectiveFormat?.numberFormat
      ? { ...userEnteredFormat, numberFormat: effectiveFormat.numberFormat }
      : userEnteredFormat
    const key = JSON.stringify([format, asLink])
    const present = made.get(key)
    if (present) return present
    const style = styleOf(format, asLink)
    made.set(key, style)
    return style
  }
}

function styleOf(format: FullFormat, asLink: boolean): Partial<Style> {
  const numFmt = excelPattern(format)
  const alignment = alignmentOf(format)
  const fill = fillOf(format)
  const border = bordersOf(format)
  return {
    font: fontOf(format, asLink),
    ...(numFmt ? { numFmt } : {}),
    ...(alignment ? { alignment } : {}),
    ...(fill ? { fill } : {}),
    ...(border ? { border } : {}),
  }
}

/** Google's own default is Arial 10. */
const fontOf = ({ textFormat = {} }: FullFormat, asLink: boolean): Partial<Font> => ({
  name: textFormat.fontFamily ?? 'Arial',
  size: textFormat.fontSize ?? 10,
  ...(textFormat.bold ? { bold: true } : {}),
  ...(textFormat.italic ? { italic: true } : {}),
  ...(textFormat.strikethrough ? { strike: true } : {}),
  ...(textFormat.underline || asLink ? { underline: true } : {}),
  ...(textFormat.foregroundColorStyle?.rgbColor
    ? { color: { argb: argb(textFormat.foregroundColorStyle.rgbColor) } }
    : asLink
      ? { color: { argb: 'FF1155CC' } }
      : {}),
})

function alignmentOf({ horizontalAlignment, verticalAlignment, wrapStrategy }: FullFormat): Partial<Alignment> | null {
  const horizontal = HORIZONTAL[horizontalAlignment as keyof typeof HORIZONTAL]
  const vertical = VERTICAL[verticalAlignment as keyof typeof VERTICAL]
  const wraps = wrapStrategy === 'WRAP' || wrapStrategy === 'LEGACY_WRAP'
  if (!horizontal && !vertical && !wraps) return null
  return { ...(horizontal ? { horizontal } : {}), ...(vertical ? { vertical } : {}), ...(wraps ? { wrapText: true } : {}) }
}

function fillOf({ backgroundColorStyle }: FullFormat): Fill | null {
  const colour = backgroundColorStyle?.rgbColor
  return colour ? { type: 'pattern', pattern: 'solid', fgColor: { argb: argb(colour) } } : null
}

function bordersOf({ borders }: FullFormat): Partial<Borders> | null {
  if (!borders) return null
  const sides = (['top', 'bottom', 'left', 'right'] as const).flatMap((side) => {
    const border = borderOf(borders[side])
    return border ? [[side, border] as const] : []
  })
  return sides.length > 0 ? Object.fromEntries(sides) : null
}

function borderOf(border: CellBorder | undefined): Partial<Border> | null {
  const style = BORDER_STYLES[border?.style ?? '']
  return style ? { style, color: { argb: argb(border?.colorStyle?.rgbColor ?? {}) } } : null
}

/** What a conditional format does to a cell; fills of these go by their background in Excel. */
export function differingStyle(format: FullFormat): Partial<Style> {
  const { backgroundColorStyle, textFormat } = format
  const colour = textFormat?.foregroundColorStyle?.rgbColor
  const font: Partial<Font> = {
    ...(textFormat?.bold ? { bold: true } : {}),
    ...(textFormat?.italic ? { italic: true } : {}),
    ...(textFormat?.strikethrough ? { strike: true } : {}),
    ...(textFormat?.underline ? { underline: true } : {}),
    ...(colour ? { color: { argb: argb(colour) } } : {}),
  }
  return {
    ...(Object.keys(font).length > 0 ? { font } : {}),
    ...(backgroundColorStyle?.rgbColor
      ? { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: argb(backgroundColorStyle.rgbColor) } } }
      : {}),
  }
}
