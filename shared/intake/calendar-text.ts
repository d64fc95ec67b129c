import type { CellValue } from '../model/tabs.ts'
import { chineseDigit, chineseInteger } from './chinese-number.ts'
import { foldWidth, isPlaceholder } from './clean-text.ts'

/** A year, month or day as far as the cell states it. */
interface CalendarText {
  year: number | null
  month: number | null
  day: number | null
}

/** Why a date can't be told: `order`: day and month could be swapped; `two-months`: 2025.1 is January or October; `no-such`: not in the calendar. */
export type CalendarWhy = 'order' | 'two-months' | 'no-such'

export type CalendarReading = 'missing' | CalendarText | { why: CalendarWhy | null }

const UNREADABLE: CalendarReading = { why: null }
const NO_SUCH: CalendarReading = { why: 'no-such' }
const FIRST_YEAR = 2000
const LAST_YEAR = 2099
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const ENGLISH_MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const LONGEST = 40

/**
 * Reads what a date cell shows or a person types for a day, a month or a year (B25 to B28): ISO, slashes, points, 年月日, Chinese digits,
 * English months, `2025年1-3月` (cumulative to March), serial numbers. What could be read in two ways is not read.
 */
export function readCalendar(cell: CellValue): CalendarReading {
  if (cell === null) return 'missing'
  if (typeof cell === 'boolean') return UNREADABLE
  if (typeof cell === 'number') return fromNumber(cell)
  const folded = foldWidth(cell)
  if (folded === '' || isPlaceholder(folded)) return 'missing'
  if (folded.length > LONGEST) return UNREADABLE
  const text = arabic(
    folded
      .toLowerCase()
      .replace(/[ t]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?z?$/, '')
      .replaceAll(' ', ''),
  )
  return numeric(text) ?? english(text) ?? UNREADABLE
}

function made(year: number | null, month: number | null, day: number | null): CalendarReading {
  if (year !== null && (year < FIRST_YEAR || year > LAST_YEAR)) return NO_SUCH
  if (month !== null && (month < 1 || month > 12)) return NO_SUCH
  if (day !== null && (day < 1 || day > new Date(Date.UTC(year ?? 2000, month ?? 1, 0)).getUTCDate())) return NO_SUCH
  return { year, month, day }
}

function fromNumber(value: number): CalendarReading {
  if (Number.isInteger(value)) {
    // Days since 30 December 1899, as sheets count them; the years are those that can be a plan's.
    if (value > 30_000 && value < 74_000) {
      const day = new Date(Date.UTC(1899, 11, 30 + value))
      return made(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate())
    }
    return numeric(String(value)) ?? UNREADABLE
  }
  const text = String(value)
  return /^\d{4}\.1$/.test(text) ? { why: 'two-months' } : (numeric(text) ?? UNREADABLE)
}

const FORMS: readonly [RegExp, (parts: number[]) => CalendarReading][] = [
  [/^(\d{4})[-/.年](\d{1,2})(?:月份?|月末|月底)?$/, ([year, month]) => made(year!, month!, null)],
  [/^(\d{4})(\d\d)$/, ([year, month]) => made(year!, month!, null)],
  [/^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?$/, ([year, month, day]) => made(year!, month!, day!)],
  [/^(\d{4})(\d\d)(\d\d)$/, ([year, month, day]) => made(year!, month!, day!)],
  [/^(\d{4})年?1月?[-~至到](\d{1,2})月(?:份|累计)?$/, ([year, month]) => made(year!, month!, null)],
  [/^1[-~至到](\d{1,2})月(?:份|累计)?$/, ([month]) => made(null, month!, null)],
  [/^(\d\d)年(\d{1,2})月份?$/, ([year, month]) => made(FIRST_YEAR + year!, month!, null)],
  [/^(\d{1,2})[-/.](\d{4})$/, ([month, year]) => made(year!, month!, null)],
  [/^(\d{1,2})月份?$/, ([month]) => made(null, month!, null)],
  [/^(\d{4})(?:年(?:底|末|度)?|年底前)?$/, ([year]) => made(year!, null, null)],
  [/^\d{1,2}[-/.]\d{1,2}[-/.](?:\d\d|\d{4})$/, () => ({ why: 'order' })],
]

function numeric(text: string): CalendarReading | null {
  for (const [form, read] of FORMS) {
    const match = form.exec(text)
    if (match) return read(match.slice(1).map(Number))
  }
  return null
}

const MONTH_YEAR = new RegExp(`^${ENGLISH_MONTH}[-.,/']*(\\d{4}|\\d\\d)?$`)
const YEAR_MONTH = new RegExp(`^(\\d{4})[-.,/]*${ENGLISH_MONTH}$`)

function english(text: string): CalendarReading | null {
  const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3)) + 1
  const yearLast = MONTH_YEAR.exec(text)
  if (yearLast) {
    const year = yearLast[2] === undefined ? null : Number(yearLast[2]) + (yearLast[2].length === 2 ? FIRST_YEAR : 0)
    return made(year, monthOf(yearLast[1]!), null)
  }
  const yearFirst = YEAR_MONTH.exec(text)
  return yearFirst ? made(Number(yearFirst[1]), monthOf(yearFirst[2]!), null) : null
}

/** 二〇二五年十二月 with its Chinese digits in Arabic ones. */
const arabic = (text: string): string =>
  text.replace(/[零〇○一二三四五六七八九十]+/g, (numeral) => {
    const digits = [...numeral].map(chineseDigit)
    const spelled = numeral.length >= 4 && !digits.includes(undefined) ? digits.join('') : chineseInteger(numeral)
    return spelled === null ? numeral : String(spelled)
  })
