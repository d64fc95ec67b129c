/** Longer than any sentence of ours. */
const MOST_CHARACTERS = 300

/** Line breaks, control characters, and those that turn the direction of writing or can't be seen. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu

/** A text that came from outside as one short line of what can be seen; `''` for anything but a text. */
export function plainText(value: unknown): string {
  if (typeof value !== 'string') return ''
  const characters = [
    ...value
      .slice(0, 4 * MOST_CHARACTERS)
      .replace(UNSEEN, ' ')
      .trim(),
  ]
  return characters.length > MOST_CHARACTERS ? `${characters.slice(0, MOST_CHARACTERS).join('')}…` : characters.join('')
}
