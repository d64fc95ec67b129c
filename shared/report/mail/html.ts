// The only place that turns text into markup: everything else composes with `html`, which escapes by default (security.md S12).

/** Markup that is known to be safe. Only `html` makes it. */
export class Html {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }
}

type Piece = string | number | Html | null | readonly Piece[]

/** A template whose interpolations are escaped, for element content and for attributes in double quotes alike. */
export const html = (literal: TemplateStringsArray, ...pieces: readonly Piece[]): Html =>
  new Html(literal.map((text, index) => text + (index < pieces.length ? markupOf(pieces[index]!) : '')).join(''))

function markupOf(piece: Piece): string {
  if (piece === null) return ''
  if (piece instanceof Html) return piece.markup
  if (typeof piece === 'object') return piece.map(markupOf).join('')
  return harmless(String(piece)).replaceAll(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** Breaks of lines of any kind, runs of spaces, and what terminals or header parsers act on. */
const CONTROLS = /[\p{Zl}\p{Zp}\p{Cc} ]+/gu
/** Invisible: directions that reverse what is read, joiners, marks of order, soft hyphens, tags, what no standard has assigned. */
const INVISIBLE = /[\p{Cf}\p{Cn}]/gu
/** More marks on one letter than any script needs grow over the lines above and below. */
const STACKED = /(\p{M}{4})\p{M}+/gu

/** The text on one line, without characters that reverse, hide or overgrow what stands around it. */
export const harmless = (text: string): string =>
  text.toWellFormed().replaceAll(INVISIBLE, '').replaceAll(CONTROLS, ' ').replaceAll(STACKED, '$1').trim()

/** The text cut to so many characters, with a mark that says so. */
export function clipped(text: string, most: number): string {
  // What is cut away anyway need not be cleaned: a cell holds up to 50,000 characters.
  const characters = [...harmless(text.slice(0, most * 8))]
  return characters.length > most
    ? `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : characters.join('')
}

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']

/** The address if a mail may lead there: https, or http on this machine; else null, and the text stands without a link. */
export function safeLink(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null
  const { protocol, hostname, href, username, password } = new URL(address)
  if (username !== '' || password !== '') return null
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname)) ? href : null
}
