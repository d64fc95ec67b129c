import { isObject, type JsonObject } from './json.ts'

/**
 * A copy of the format or property JSON with its colours as Google keeps them: channels are bytes printed as 32-bit floats, zero
 * channels are left out, and `xColor` and `xColorStyle.rgbColor` always say the same.
 */
export function normaliseColours(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normaliseColours)
  if (!isObject(value)) return value
  const result: Record<string, unknown> = {}
  for (const [key, entry] of Object.entries(value)) {
    if (/color$/i.test(key) && isObject(entry)) addColour(result, key, entry)
    else if (/colorStyle$/i.test(key) && isObject(entry)) addStyle(result, key, entry)
    else result[key] = normaliseColours(entry)
  }
  return result
}

function addColour(result: Record<string, unknown>, key: string, colour: JsonObject): void {
  if (isObject(colour.rgbColor) || typeof colour.themeColor === 'string') {
    result[key] = normaliseColours(colour)
    return
  }
  result[key] = quantised(colour)
  if (key !== 'rgbColor') result[`${key}Style`] ??= { rgbColor: quantised(colour) }
}

function addStyle(result: Record<string, unknown>, key: string, style: JsonObject): void {
  if (isObject(style.rgbColor)) {
    result[key] = { rgbColor: quantised(style.rgbColor) }
    result[key.slice(0, -'Style'.length)] = quantised(style.rgbColor)
  } else if (style.themeColor !== undefined) {
    result[key] = style
  }
}

function quantised(colour: JsonObject): JsonObject {
  const result: Record<string, number> = {}
  for (const [channel, value] of Object.entries(colour)) {
    if (typeof value !== 'number') continue
    const stored = channel === 'alpha' ? value : shortFloat(Math.floor(value * 255) / 255)
    if (stored !== 0) result[channel] = stored
  }
  return result
}

/** The shortest decimal that means the same 32-bit float. */
function shortFloat(value: number): number {
  const float = Math.fround(value)
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(float.toPrecision(digits))
    if (Math.fround(short) === float) return short
  }
  return Number(float.toPrecision(9))
}
