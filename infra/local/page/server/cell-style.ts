import { isObject, type JsonObject } from '../../google-apis/json.ts'
import type { CellStyle } from '../protocol.ts'
import { colourCode } from './colour-code.ts'

/** The look of a format of the API, as far as the page shows it. */
export function cellStyle(format: JsonObject | undefined): CellStyle {
  if (!format) return {}
  const style: CellStyle = {}
  const background = colourCode(format.backgroundColorStyle ?? format.backgroundColor)
  if (background) style.background = background
  const text = isObject(format.textFormat) ? format.textFormat : {}
  const colour = colourCode(text.foregroundColorStyle ?? text.foregroundColor)
  if (colour) style.colour = colour
  if (text.bold === true) style.bold = true
  if (text.italic === true) style.italic = true
  if (text.strikethrough === true) style.strike = true
  if (typeof text.fontSize === 'number' && text.fontSize !== 10) style.sizePoints = text.fontSize
  if (format.horizontalAlignment === 'CENTER') style.align = 'center'
  if (format.horizontalAlignment === 'RIGHT') style.align = 'right'
  if (format.verticalAlignment === 'TOP') style.vertical = 'top'
  if (format.verticalAlignment === 'BOTTOM') style.vertical = 'bottom'
  if (format.wrapStrategy === 'WRAP') style.wrap = true
  if (format.wrapStrategy === 'CLIP') style.clip = true
  return style
}

/** The styles of one answer, each once. */
export class StyleTable {
  readonly styles: CellStyle[] = []
  readonly #places = new Map<string, number>()

  /** Place of the style, or undefined for the default look. */
  place(style: CellStyle): number | undefined {
    const text = JSON.stringify(style)
    if (text === '{}') return undefined
    const known = this.#places.get(text)
    if (known !== undefined) return known
    this.#places.set(text, this.styles.length)
    return this.styles.push(style) - 1
  }
}
