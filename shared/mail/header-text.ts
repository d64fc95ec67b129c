/** Characters that end a line, are invisible controls, or turn the direction of what follows. */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu

/** Longer texts are no subject and no name; a line of a header holds 998 octets at most (RFC 5322, 2.1.1). */
const MAX_CHARACTERS = 500

/**
 * A text that people typed, as one line of a header: without controls, at most 500 characters. What looks like an encoded word
 * (RFC 2047) gets a word joiner inside, so that readers see it as it was typed instead of what it decodes to.
 */
export const headerText = (text: string): string =>
  [...text.toWellFormed().replace(CONTROLS, ' ').replace(/ {2,}/g, ' ').trim()]
    .slice(0, MAX_CHARACTERS)
    .join('')
    .replaceAll('=?', '=\u2060?')
