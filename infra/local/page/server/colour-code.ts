import { isObject } from '../../google-apis/json.ts'

/** `#rrggbb` of a colour of the API or of its style, or null. */
export function colourCode(colour: unknown): string | null {
  if (!isObject(colour)) return null
  if (isObject(colour.rgbColor)) return colourCode(colour.rgbColor)
  const channel = (name: string) =>
    Math.round(Math.min(1, Math.max(0, Number(colour[name] ?? 0))) * 255)
      .toString(16)
      .padStart(2, '0')
  return `#${channel('red')}${channel('green')}${channel('blue')}`
}
