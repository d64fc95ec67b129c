import { formatDate, isDatePattern } from './date-format.ts'
import { type LocaleRules, localeRules } from './locale.ts'

/** The number as text by a pattern of Sheets, such as `#,##0.00`, `0%`, `yyyy-mm-dd` or `0.0;[Red]-0.0;"none"`. */
export function formatNumber(value: number, pattern: string, locale = 'en_US'): string {
  const rules = localeRules(locale)
  const sections = splitSections(pattern)
  const { section, magnitude, sign } = chooseSection(value, sections)
  const bare = section.replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  if (/^general$/i.test(bare.trim())) return generalNumber(value, rules)
  if (isDatePattern(bare)) return formatDate(value, bare, rules)
  return sign + formatSection(magnitude, bare, rules)
}

function splitSections(pattern: string): string[] {
  return pattern.match(/(?:"[^"]*"|\\.|[^;])+|(?<=;)(?=;|$)/g) ?? ['']
}

function chooseSection(value: number, sections: string[]): { section: string; magnitude: number; sign: string } {
  const [positive = '', negative, zero] = sections
  if (value === 0 && zero !== undefined) return { section: zero, magnitude: 0, sign: '' }
  if (value >= 0) return { section: positive, magnitude: value, sign: '' }
  if (negative !== undefined) return { section: negative, magnitude: -value, sign: '' }
  return { section: positive, magnitude: -value, sign: '-' }
}

type Token = { kind: 'digit' | 'text'; text: string }

function tokens(section: string): Token[] {
  const result: Token[] = []
  for (const [text] of section.matchAll(/"[^"]*"|\\.|_.|\*.|[0#?.,]+(?:E[+-]?0+)?|[^0#?.,]/gi)) {
    if (text.startsWith('"')) result.push({ kind: 'text', text: text.slice(1, -1) })
    else if (text.startsWith('\\') && text.length === 2) result.push({ kind: 'text', text: text.charAt(1) })
    else if (text.startsWith('_') && text.length === 2) result.push({ kind: 'text', text: ' ' })
    else if (text.startsWith('*') && text.length === 2) continue
    else result.push({ kind: /[0#?]/.test(text) ? 'digit' : 'text', text })
  }
  return result
}

function formatSection(magnitude: number, section: string, rules: LocaleRules): string {
  const parts = tokens(section)
  const percents = parts.filter((part) => part.kind === 'text' && part.text === '%').length
  const scaled = magnitude * 100 ** percents
  const number = parts.findIndex((part) => part.kind === 'digit')
  const text = (part: Token, index: number) => {
    if (part.kind === 'text') return part.text === '@' ? generalNumber(scaled, rules) : part.text
    return index === number ? formatDigits(scaled, part.text, rules) : ''
  }
  return parts.map(text).join('')
}

function formatDigits(value: number, mask: string, rules: LocaleRules): string {
  const scientific = /^(.*?)E([+-]?)(0+)$/i.exec(mask)
  if (scientific) return formatScientific(value, scientific[1] ?? '0', scientific[3]?.length ?? 2, rules)
  const [whole = '', fraction = ''] = mask.split('.')
  const thousands = /,+$/.exec(whole)?.[0].length ?? 0
  const grouped = whole.slice(0, whole.length - thousands).includes(',')
  const required = whole.replace(/[^0]/g, '').length
  const decimals = fraction.replace(/[^0#?]/g, '').length
  const keep = fraction.lastIndexOf('0') + 1
  const [digits = '0', tail = ''] = roundHalfAway(value / 1000 ** thousands, decimals).split('.')
  const padded = (digits === '0' && required === 0 ? '' : digits).padStart(required, '0')
  const shown = tail.slice(0, keep) + tail.slice(keep).replace(/0+$/, '')
  const head = grouped ? padded.replace(/\B(?=(\d{3})+$)/g, rules.group) : padded
  return shown ? `${head}${rules.decimal}${shown}` : head
}

function formatScientific(value: number, mask: string, exponentDigits: number, rules: LocaleRules): string {
  const decimals = (mask.split('.')[1] ?? '').length
  const [mantissa = '0', exponent = '0'] = value.toExponential(decimals).split('e')
  const sign = exponent.startsWith('-') ? '-' : '+'
  return `${mantissa.replace('.', rules.decimal)}E${sign}${exponent.replace(/[+-]/, '').padStart(exponentDigits, '0')}`
}

/** Decimal rounding of the number as it prints, so that 1.005 becomes 1.01 as in Sheets. */
function roundHalfAway(value: number, decimals: number): string {
  if (value >= 1e21) return value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 0 })
  const shifted = Number(`${Number(value.toPrecision(15))}e${decimals}`)
  if (Number.isNaN(shifted)) return value.toFixed(decimals)
  return (Math.round(shifted) / 10 ** decimals).toFixed(decimals)
}

/** A number without a format, as Sheets shows it: at most ten significant digits after the point, exponents for the extremes. */
export function generalNumber(value: number, rules: LocaleRules): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value === 0 ? 0 : value)
  const magnitude = Math.abs(value)
  const rounded = Number(value.toPrecision(Math.max(10, magnitude >= 1 ? Math.floor(Math.log10(magnitude)) + 1 : 10)))
  if (magnitude < 1e15 && magnitude >= 1e-5) return plain(rounded).replace('.', rules.decimal)
  const [mantissa = '0', exponent = '0'] = Number(value.toPrecision(6)).toExponential().split('e')
  const sign = exponent.startsWith('-') ? '-' : '+'
  return `${mantissa.replace('.', rules.decimal)}E${sign}${exponent.replace(/[+-]/, '').padStart(2, '0')}`
}

function plain(value: number): string {
  const text = String(value)
  return text.includes('e') ? value.toFixed(15).replace(/0+$/, '') : text
}
