import type { CellValue } from '../model/tabs.ts'
import { toBase, type Unit } from '../model/unit.ts'
import { chineseAmount } from './chinese-number.ts'
import { foldWidth, isFormulaError, isLoading, isPlaceholder, isSameAsAbove } from './clean-text.ts'
import { isApproximate, isOtherType } from './number-kinds.ts'
import { readDigits } from './read-digits.ts'

/** Why a number can't be used; each is a rule of judging. */
type NumberRule = 'unreadable-number' | 'approximate-number' | 'wrong-type' | 'formula-error' | 'ambiguous-number'

/** What the words about it distinguish. */
type NumberWhy = 'too-large' | 'several' | 'grouping' | 'comma-decimal' | 'exponent' | 'unit' | 'same-as-above' | 'loading'

/** What a number cell says. A value is in the column's unit; `normalised`: it was not a plain number cell. */
export type NumberReading =
  | { kind: 'missing' }
  | { kind: 'value'; value: number; normalised: boolean }
  | { kind: 'fault'; rule: NumberRule; why?: NumberWhy; meant?: string }

const MISSING: NumberReading = { kind: 'missing' }
const UNREADABLE: NumberReading = { kind: 'fault', rule: 'unreadable-number' }
const TOO_LARGE: NumberReading = { kind: 'fault', rule: 'unreadable-number', why: 'too-large' }
/** No number that a clerk means is longer; it also bounds every pattern (S25). */
const MAX_LENGTH = 80

/**
 * Reads a cell of a column whose figures are in `unit`, as people really type it (inputs.md B01 to B24). A unit stated in the cell wins
 * and is converted; plain 元 in another unit's column is asked about. Missing is never 0, two numbers are never the first.
 */
export function readNumber(cell: CellValue, unit: Unit): NumberReading {
  if (cell === null) return MISSING
  if (typeof cell === 'boolean') return { kind: 'fault', rule: 'wrong-type' }
  if (typeof cell === 'number') return checked(cell, false)
  const text = foldWidth(cell)
  if (text === '' || isPlaceholder(text)) return MISSING
  if (text.length > MAX_LENGTH) return UNREADABLE
  if (isSameAsAbove(text)) return { kind: 'fault', rule: 'ambiguous-number', why: 'same-as-above' }
  if (isLoading(text)) return { kind: 'fault', rule: 'ambiguous-number', why: 'loading' }
  if (isFormulaError(text)) return { kind: 'fault', rule: 'formula-error' }
  if (isOtherType(text)) return { kind: 'fault', rule: 'wrong-type' }
  const { negative, body } = signOf(text)
  if (isApproximate(body)) return { kind: 'fault', rule: 'approximate-number' }
  return signed(amount(body, unit), negative)
}

const checked = (value: number, normalised: boolean): NumberReading =>
  !Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER
    ? TOO_LARGE
    : { kind: 'value', value: value === 0 ? 0 : value, normalised }

function signed(reading: NumberReading, negative: boolean): NumberReading {
  if (!negative) return reading
  if (reading.kind === 'value') return { ...reading, value: reading.value === 0 ? 0 : -reading.value }
  return reading.kind === 'fault' && reading.meant !== undefined ? { ...reading, meant: `-${reading.meant}` } : reading
}

/** Takes one sign off, as accountants write it too (B12): (123), -123, 123-, ▲123, 负123; and quotation marks around. */
function signOf(text: string): { negative: boolean; body: string } {
  const bare = text.replace(/^["'“”‘’]+|["'“”‘’]+$/g, '').trim()
  const inBrackets = /^\(([^()]*)\)$/.exec(bare)
  if (inBrackets) return { negative: true, body: inBrackets[1]!.trim() }
  const withSign = /^(¥ ?)?([-+▲△负]) ?(.+)$/.exec(bare)
  if (withSign) return { negative: withSign[2] !== '+', body: `${withSign[1] ?? ''}${withSign[3]}` }
  const trailing = /^([^-]*[^- ]) ?-$/.exec(bare)
  return trailing ? { negative: true, body: trailing[1]! } : { negative: false, body: bare }
}

const CURRENCY = /^(?:人民币|rmb|cny|¥) ?/i
const SCALED = /^([\d.,。 '’e+-]*?) ?(十|百|千)?(万|亿|兆)? ?(元|圆|块|yuan|rmb|cny)?(?:整|正)?$/i
const ENGLISH = /^([\d., ]+?) ?(thousand|million|mn|billion|bn)(?: (?:yuan|rmb|cny))?$/i
const HUNDRED_MILLION_AND_TEN_THOUSAND = /^(\d+)亿(\d{1,4}(?:\.\d+)?)万元?$/
const COUNT_SUFFIX = / ?(?:家|户|个|项|enterprises?)$/i
const POWERS: Record<string, number> = {
  十: 1,
  百: 2,
  千: 3,
  万: 4,
  亿: 8,
  兆: 12,
  thousand: 3,
  million: 6,
  mn: 6,
  billion: 9,
  bn: 9,
}
const isMoney = (unit: Unit): boolean => unit !== '%' && unit !== '家'

function amount(text: string, unit: Unit): NumberReading {
  if (unit === '%') return plain(text.replace(/ ?[%％]$/, ''))
  if (unit === '家') return plain(text.replace(COUNT_SUFFIX, ''))
  const body = text.replace(CURRENCY, '')
  const english = ENGLISH.exec(body)
  if (english) return inYuan(plain(english[1]!), POWERS[english[2]!.toLowerCase()]!, unit)
  const two = HUNDRED_MILLION_AND_TEN_THOUSAND.exec(body)
  if (two) return inYuan(checked(Number(two[1]) * 1e4 + Number(two[2]), true), 4, unit)
  const scaled = SCALED.exec(body)
  if (!scaled) return chinese(body, unit)
  if (scaled[1] === '') return chinese(body, unit)
  const number = plain(scaled[1]!)
  const tens = POWERS[scaled[2] ?? ''] ?? 0
  if (scaled[3]) return inYuan(number, tens + POWERS[scaled[3]]!, unit)
  const statesYuan = scaled[4] !== undefined || body !== text
  return tens > 0 || statesYuan ? yuanStated(number, tens, unit) : number
}

/** A plain number without a unit. */
function plain(text: string): NumberReading {
  const read = readDigits(text.trim())
  if (read === 'several') return { kind: 'fault', rule: 'unreadable-number', why: 'several' }
  if (read === null) return plainChinese(text)
  if ('digits' in read) return checked(Number(read.digits), true)
  return { kind: 'fault', rule: 'ambiguous-number', why: read.ambiguous, ...(read.meant === null ? {} : { meant: read.meant }) }
}

function plainChinese(text: string): NumberReading {
  const read = chineseAmount(text)
  return read ? checked(Number(`${read.digits}e${read.scale}`), true) : UNREADABLE
}

/** 一千二百万 and 壹仟元整 state yuan, 一千二百 is in the column's unit, 三万五千 could be either (B07). */
function chinese(text: string, unit: Unit): NumberReading {
  const body = text.replace(/(?:元|圆)(?:整|正)?$/, '')
  const read = chineseAmount(body)
  if (!read) return UNREADABLE
  const value = checked(Number(read.digits), true)
  if (body !== text || read.scale > 0) return inYuan(value, read.scale, unit)
  return read.mixed ? yuanStated(value, 0, unit) : value
}

/** The reading times 10 to the `power` is in yuan; converted to the column's unit by its decimal text. */
function inYuan(reading: NumberReading, power: number, unit: Unit): NumberReading {
  if (reading.kind !== 'value') return reading
  const [mantissa, exponent = '0'] = String(reading.value).split('e')
  return checked(Number(`${mantissa}e${Number(exponent) + power - Math.log10(toBase(1, unit))}`), true)
}

/** Plain yuan in a column of another unit is more often a slip of the unit than meant: asked, with the conversion (B09). */
function yuanStated(reading: NumberReading, power: number, unit: Unit): NumberReading {
  if (reading.kind !== 'value') return reading
  const converted = inYuan(reading, power, unit)
  if (converted.kind !== 'value' || (isMoney(unit) && unit === '元')) return converted
  return { kind: 'fault', rule: 'ambiguous-number', why: 'unit', meant: String(converted.value) }
}
