import { civilTime } from '../../serial-date.ts'
import type { Value } from '../arrays.ts'
import { integer, numeric, textual } from '../coercion.ts'
import { type FunctionFamily, type Scope, single } from '../function-spec.ts'
import { momentFromText } from '../number-text.ts'
import { FormulaError } from '../values.ts'

/** Functions of days, which are serial numbers counted from 1899-12-30. */
export const dates: FunctionFamily = {
  DATE: single(3, 3, ([year, month, day]) => dateSerial(integer(year), integer(month), integer(day))),
  TIME: single(
    3,
    3,
    ([hour, minute, second]) => ((integer(hour) * 3600 + integer(minute) * 60 + integer(second)) % 86_400) / 86_400,
  ),
  YEAR: single(1, 1, ([day]) => moment(day).year),
  MONTH: single(1, 1, ([day]) => moment(day).month),
  DAY: single(1, 1, ([day]) => moment(day).day),
  HOUR: single(1, 1, ([day]) => moment(day).hour),
  MINUTE: single(1, 1, ([day]) => moment(day).minute),
  SECOND: single(1, 1, ([day]) => moment(day).second),
  WEEKDAY: single(1, 2, ([day, type = 1]) => weekday(moment(day).weekday, integer(type))),
  TODAY: single(0, 0, (_args, scope) => Math.floor(now(scope))),
  NOW: single(0, 0, (_args, scope) => now(scope)),
  EDATE: single(2, 2, ([day, months]) => monthsLater(day, months, false)),
  EOMONTH: single(2, 2, ([day, months]) => monthsLater(day, months, true)),
  DATEVALUE: single(1, 1, ([text]) => dateValue(text)),
  DAYS: single(2, 2, ([end, start]) => Math.floor(numeric(end)) - Math.floor(numeric(start))),
  DATEDIF: single(3, 3, ([start, end, unit]) => difference(start, end, textual(unit).toUpperCase())),
}

function moment(day: Value | undefined) {
  const serial = numeric(day)
  if (serial < 0) throw new FormulaError('NUM', 'A date cannot be before 1899-12-30.')
  return civilTime(serial)
}

function serial(year: number, month: number, day: number): number {
  return (Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000
}

/** Months and days may overflow; years before 1900 count from 1900. */
function dateSerial(year: number, month: number, day: number): number {
  const result = serial(year < 1900 ? year + 1900 : year, month, day)
  if (!(result >= 0)) throw new FormulaError('NUM', 'Function DATE has no such day.')
  return result
}

/** The same day so many months later, or that month's last day. */
function monthsLater(day: Value | undefined, months: Value | undefined, last: boolean): number {
  const from = moment(day)
  const month = from.month + integer(months)
  const end = serial(from.year, month + 1, 0)
  return last ? end : Math.min(serial(from.year, month, from.day), end)
}

/** Type 1 counts Sunday as 1, type 2 Monday as 1, type 3 Monday as 0. */
function weekday(fromSunday: number, type: number): number {
  if (type === 1) return fromSunday + 1
  if (type === 2 || type === 3) return ((fromSunday + 6) % 7) + (type === 2 ? 1 : 0)
  throw new FormulaError('NUM', `Function WEEKDAY parameter 2 value is ${type}. Valid values are between 1 and 3.`)
}

function now({ world }: Scope): number {
  if (!world.now) throw new FormulaError('NA', 'The time is not available.')
  return world.now()
}

function dateValue(text: Value | undefined): number {
  const read = typeof text === 'number' ? text : momentFromText(textual(text))
  if (read === undefined) throw new FormulaError('VALUE', `DATEVALUE parameter '${textual(text)}' cannot be parsed to date/time.`)
  return Math.floor(read)
}

function difference(start: Value | undefined, end: Value | undefined, unit: string): number {
  const from = moment(start)
  const to = moment(end)
  if (numeric(start) > numeric(end)) throw new FormulaError('NUM', 'Function DATEDIF expects the start before the end.')
  const months = (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0)
  if (unit === 'D') return Math.floor(numeric(end)) - Math.floor(numeric(start))
  if (unit === 'M') return months
  if (unit === 'Y') return Math.floor(months / 12)
  if (unit === 'YM') return months % 12
  throw new FormulaError('NUM', `Function DATEDIF does not know the unit ${unit} here.`)
}
