import type { Scalar } from './cell.ts'
import type { JsonObject } from './json.ts'
import { type LocaleRules, localeRules } from './locale.ts'
import { serialOfDay } from './serial-date.ts'

/** What typing a text into a cell makes of it; `numberFormat` where the way of typing chose one. */
export interface Entry {
  readonly value?: Scalar
  readonly formula?: string
  readonly numberFormat?: JsonObject
}

/** Reads a text as if a person had typed it (USER_ENTERED). */
export function parseEntry(text: string, locale: string): Entry {
  if (text.startsWith('=') && text.length > 1) return { formula: text }
  if (text.startsWith('+') && /[a-z(]/i.test(text.charAt(1))) return { formula: `=${text.slice(1)}` }
  if (text.startsWith("'")) return { value: text.slice(1) }
  const trimmed = text.trim()
  if (/^(true|false)$/i.test(trimmed)) return { value: trimmed.toLowerCase() === 'true' }
  const rules = localeRules(locale)
  return parseNumber(trimmed, rules) ?? parseDateTime(trimmed, rules) ?? { value: text }
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function parseNumber(text: string, rules: LocaleRules): Entry | undefined {
  const group = /\s/.test(rules.group) ? '[ \\u00a0\\u202f]' : escaped(rules.group)
  const shape = new RegExp(
    `^(-|\\+|\\()?([$€£¥])?(\\d+|\\d{1,3}(?:${group}\\d{3})+)?(?:${escaped(rules.decimal)}(\\d*))?(e[+-]?\\d+)?\\s?([%€])?(\\))?$`,
    'i',
  )
  const match = shape.exec(text)
  if (!match) return undefined
  const [, sign, currency, whole = '', fraction = '', exponent = '', suffix, closed] = match
  if (whole === '' && fraction === '') return undefined
  if ((sign === '(') !== (closed !== undefined)) return undefined
  const digits = whole.replace(/\D/g, '')
  const magnitude = Number(`${digits || '0'}.${fraction || '0'}${exponent}`)
  const value = (sign === '-' || sign === '(' ? -magnitude : magnitude) / (suffix === '%' ? 100 : 1)
  const decimals = fraction ? '.00' : ''
  if (suffix === '%') return { value, numberFormat: { type: 'PERCENT', pattern: fraction ? '0.00%' : '0%' } }
  if (currency ?? suffix) return { value, numberFormat: currencyFormat(currency, suffix, decimals) }
  if (exponent) return { value, numberFormat: { type: 'SCIENTIFIC', pattern: '0.00E+00' } }
  if (whole !== digits) return { value, numberFormat: { type: 'NUMBER', pattern: `#,##0${decimals}` } }
  return { value }
}

function currencyFormat(prefix: string | undefined, suffix: string | undefined, decimals: string): JsonObject {
  const digits = `#,##0${decimals}`
  return { type: 'CURRENCY', pattern: prefix ? `"${prefix}"${digits}` : `${digits} "${suffix}"` }
}

const DATE = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?:[ T]+(.+))?$/
const TIME = /^(\d{1,3}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?\s*([ap]m)?$/i

function parseDateTime(text: string, rules: LocaleRules): Entry | undefined {
  const alone = parseTime(text)
  if (alone) return { value: alone.value, numberFormat: { type: 'TIME', pattern: alone.pattern } }
  const match = DATE.exec(text)
  if (!match) return undefined
  const [, one = '', separator = '', two = '', three = '', rest] = match
  const date = readDate(one, two, three, rules)
  const time = rest === undefined ? undefined : parseTime(rest)
  if (!date || (rest !== undefined && !time)) return undefined
  const pattern = date.pattern.replaceAll('/', separator)
  if (!time) return { value: date.serial, numberFormat: { type: 'DATE', pattern } }
  return { value: date.serial + time.value, numberFormat: { type: 'DATE_TIME', pattern: `${pattern} ${time.pattern}` } }
}

function readDate(one: string, two: string, three: string, rules: LocaleRules): { serial: number; pattern: string } | undefined {
  if (one.length > 2) return dated(one, two, three, `yyyy/${two.length === 2 ? 'mm' : 'm'}/${three.length === 2 ? 'dd' : 'd'}`)
  const year = three.length <= 2 ? String(Number(three) < 30 ? 2000 + Number(three) : 1900 + Number(three)) : three
  if (rules.dateOrder === 'MDY') return dated(year, one, two, 'm/d/yyyy')
  return dated(year, two, one, 'dd/mm/yyyy')
}

function dated(year: string, month: string, day: string, pattern: string): { serial: number; pattern: string } | undefined {
  const serial = serialOfDay(Number(year), Number(month), Number(day))
  return serial === undefined ? undefined : { serial, pattern }
}

function parseTime(text: string): { value: number; pattern: string } | undefined {
  const match = TIME.exec(text)
  if (!match) return undefined
  const [, hours = '0', minutes = '0', seconds, fraction = '0', half] = match
  if (Number(minutes) > 59 || Number(seconds ?? 0) > 59 || (half && (Number(hours) > 12 || hours === '0'))) return undefined
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hours)
  const value = (hour * 3600 + Number(minutes) * 60 + Number(seconds ?? 0) + Number(`0.${fraction}`)) / 86_400
  const base = Number(hours) > 23 ? '[h]:mm' : 'h:mm'
  return { value, pattern: `${base}${seconds === undefined ? '' : ':ss'}${half ? ' am/pm' : ''}` }
}
