/** A number written with digits: its plain decimal text, or what a person has to decide. */
export type Digits =
  | { digits: string }
  /** It reads in more than one way; `meant` is the likelier one, to suggest and not to use. */
  | { ambiguous: 'grouping' | 'comma-decimal' | 'exponent'; meant: string | null }
  | 'several'
  | null

const PLAIN = /^(?:\d+(?:\.\d*)?|\.\d+)$/
const GROUPED = [
  /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/,
  /^[1-9]\d{0,2}(?: \d{3})+(?:\.\d+)?$/,
  /^[1-9]\d{0,2}(?:['’]\d{3})+(?:\.\d+)?$/,
]
const EXPONENT = /^\d+(?:\.\d+)?e[+-]?\d{1,3}$/i
const SEPARATED = /^[\d.,。]*\d[\d.,。]*$/
const SEVERAL = /\d ?[ ;/\\+*、,&|] ?-?\d/

/**
 * Reads digits with their grouping and point, as in zh and en: `1,234.5`, `1 234.5`. Irregular groups, a decimal comma and an exponent
 * typed as text are ambiguous (B03 to B05, B20); two numbers are `several`, never the first of them (B22); null: no number.
 * The text is folded and short.
 */
export function readDigits(text: string): Digits {
  if (PLAIN.test(text)) return { digits: text.startsWith('.') ? `0${text}` : text.replace(/\.$/, '') }
  if (GROUPED.some((pattern) => pattern.test(text))) return { digits: text.replace(/[, '’]/g, '') }
  if (EXPONENT.test(text))
    return { ambiguous: 'exponent', meant: Number.isSafeInteger(Number(text)) ? String(Number(text)) : null }
  if (SEPARATED.test(text)) return ambiguousSeparators(text)
  return SEVERAL.test(text) ? 'several' : null
}

function ambiguousSeparators(text: string): Digits {
  const lastComma = text.lastIndexOf(',')
  const lastPoint = Math.max(text.lastIndexOf('.'), text.lastIndexOf('。'))
  const commas = text.split(',').length - 1
  const points = text.split(/[.。]/).length - 1
  if (commas === 0 && points === 1) return { ambiguous: 'comma-decimal', meant: decimal(text, lastPoint) }
  if (commas === 1 && points === 0) return { ambiguous: 'comma-decimal', meant: decimal(text, lastComma) }
  if (commas === 1 && lastComma > lastPoint) return { ambiguous: 'comma-decimal', meant: decimal(text, lastComma) }
  if (points <= 1 && (points === 0 || lastPoint > lastComma)) return { ambiguous: 'grouping', meant: decimal(text, lastPoint) }
  return { ambiguous: 'grouping', meant: null }
}

/** The digits with a point where the separator at `index` stands, the other separators dropped. */
function decimal(text: string, index: number): string | null {
  const strip = (part: string): string => part.replace(/\D/g, '')
  const [whole, fraction] = index < 0 ? [strip(text), ''] : [strip(text.slice(0, index)), strip(text.slice(index + 1))]
  return fraction === '' ? whole || null : `${whole || '0'}.${fraction}`
}
