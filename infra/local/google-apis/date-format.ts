import type { LocaleRules } from './locale.ts'
import { type CivilTime, civilTime } from './serial-date.ts'

const TOKEN = /"[^"]*"|\\.|\[h+\]|\[m+\]|\[s+\]|y+|m+|d+|h+|s+|\.0+|am\/pm|a\/p|./gi

/** Whether a pattern without colours and conditions formats days or times rather than numbers. */
export function isDatePattern(pattern: string): boolean {
  const bare = pattern.replace(/"[^"]*"|\\.|_.|\*./g, '')
  return /[ymdhs]/i.test(bare) && !/[0#?]/.test(bare.replace(/(s\]?)\.0+/gi, '$1'))
}

/** A serial number as text by a pattern of days and times. */
export function formatDate(serial: number, pattern: string, rules: LocaleRules): string {
  const found = pattern.match(TOKEN) ?? []
  const twelveHours = found.some((token) => /^(am\/pm|a\/p)$/i.test(token))
  const fraction = found.find((token) => /^\.0+$/.test(token))
  const time = civilTime(fraction ? serial : Math.round(serial * 86_400) / 86_400)
  return found.map((token, index) => part(token, { time, serial, twelveHours, rules, minutes: isMinutes(found, index) })).join('')
}

interface Setting {
  readonly time: CivilTime
  readonly serial: number
  readonly twelveHours: boolean
  readonly rules: LocaleRules
  readonly minutes: boolean
}

/** `m` means minutes after hours and before seconds, months elsewhere. */
function isMinutes(found: string[], index: number): boolean {
  const letters = /^\[?[ymdhs]/i
  const before = found.slice(0, index).findLast((token) => letters.test(token))
  const after = found.slice(index + 1).find((token) => letters.test(token))
  return /^\[?h/i.test(before ?? '') || /^\[?s/i.test(after ?? '')
}

function part(token: string, { time, serial, twelveHours, rules, minutes }: Setting): string {
  const { length } = token
  const padded = (value: number) => String(value).padStart(Math.min(length, 2), '0')
  const lower = token.toLowerCase()
  if (token.startsWith('"')) return token.slice(1, -1)
  if (token.startsWith('\\')) return token.slice(1)
  if (lower.startsWith('[')) return String(elapsed(lower, serial)).padStart(length - 2, '0')
  if (lower.startsWith('y')) return length <= 2 ? String(time.year % 100).padStart(2, '0') : String(time.year).padStart(4, '0')
  if (lower.startsWith('m') && minutes) return padded(time.minute)
  if (lower.startsWith('m')) return length <= 2 ? padded(time.month) : monthName(time, length, rules)
  if (lower.startsWith('d')) return length <= 2 ? padded(time.day) : weekdayName(time, length, rules)
  if (lower.startsWith('h')) return padded(twelveHours ? time.hour % 12 || 12 : time.hour)
  if (lower.startsWith('s')) return padded(time.second)
  if (/^\.0+$/.test(token))
    return (
      rules.decimal +
      String(time.millisecond)
        .padStart(3, '0')
        .padEnd(9, '0')
        .slice(0, length - 1)
    )
  if (lower === 'am/pm') return time.hour < 12 ? 'AM' : 'PM'
  if (lower === 'a/p') return time.hour < 12 ? 'A' : 'P'
  return token
}

function elapsed(token: string, serial: number): number {
  const seconds = Math.round(serial * 86_400)
  if (token.startsWith('[h')) return Math.trunc(seconds / 3600)
  return token.startsWith('[m') ? Math.trunc(seconds / 60) : seconds
}

function named(time: CivilTime, rules: LocaleRules, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(Date.UTC(time.year, time.month - 1, time.day))
  return new Intl.DateTimeFormat(rules.tag, { ...options, timeZone: 'UTC' }).format(date)
}

function monthName(time: CivilTime, length: number, rules: LocaleRules): string {
  if (length === 5) return named(time, rules, { month: 'long' }).charAt(0)
  return named(time, rules, { month: length === 3 ? 'short' : 'long' })
}

function weekdayName(time: CivilTime, length: number, rules: LocaleRules): string {
  return named(time, rules, { weekday: length === 3 ? 'short' : 'long' })
}
