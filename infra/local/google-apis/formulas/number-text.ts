import { serialOfDay } from '../serial-date.ts'

const NUMBER = /^([-+]?)\$?(\d{1,3}(?:,\d{3})+|\d*)(\.\d*)?(e[-+]?\d+)?(%?)$/i
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/
const MONTH_FIRST = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?(?:\s*([ap]m))?$/i

/** The number that a text stands for in en_US: plain, grouped, per cent, dollars, a day, a time; undefined when it is none. */
export function numberFromText(text: string): number | undefined {
  const trimmed = text.trim()
  const match = NUMBER.exec(trimmed)
  if (match && /\d/.test(trimmed)) {
    const [, sign = '', whole = '', fraction = '', exponent = '', percent = ''] = match
    if (whole === '' && fraction.length < 2) return undefined
    return Number(`${sign}${whole.replaceAll(',', '') || '0'}${fraction}${exponent}`) / (percent ? 100 : 1)
  }
  return momentFromText(trimmed)
}

/** Serial number of a day, a time of day, or both; undefined for other texts. */
export function momentFromText(text: string): number | undefined {
  const trimmed = text.trim()
  const whole = dayFromText(trimmed) ?? timeFromText(trimmed)
  if (whole !== undefined) return whole
  const gap = trimmed.search(/[ T]/)
  if (gap < 0) return undefined
  const day = dayFromText(trimmed.slice(0, gap))
  const time = timeFromText(trimmed.slice(gap + 1).trim())
  return day === undefined || time === undefined ? undefined : day + time
}

function dayFromText(text: string): number | undefined {
  const yearFirst = YEAR_FIRST.exec(text)
  if (yearFirst) return serialOfDay(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]))
  const monthFirst = MONTH_FIRST.exec(text)
  return monthFirst ? serialOfDay(Number(monthFirst[3]), Number(monthFirst[1]), Number(monthFirst[2])) : undefined
}

function timeFromText(text: string): number | undefined {
  const match = TIME.exec(text)
  if (!match) return undefined
  const [, hours, minutes, seconds = '0', half] = match
  const hour = half ? (Number(hours) % 12) + (/pm/i.test(half) ? 12 : 0) : Number(hours)
  return (hour * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400
}
