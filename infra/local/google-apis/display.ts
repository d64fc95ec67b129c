import { FormulaError } from './formulas/values.ts'
import { isObject, type JsonObject } from './json.ts'
import { localeRules } from './locale.ts'
import { formatNumber, generalNumber } from './number-format.ts'

const DEFAULT_PATTERNS: Record<string, string> = {
  NUMBER: '#,##0.00',
  PERCENT: '0.00%',
  CURRENCY: '"$"#,##0.00',
  DATE: 'm/d/yyyy',
  TIME: 'h:mm:ss am/pm',
  DATE_TIME: 'm/d/yyyy h:mm:ss',
  SCIENTIFIC: '0.00E+00',
}

/** The text that a person sees in the cell. */
export function displayText(
  value: string | number | boolean | null | FormulaError,
  format: JsonObject | undefined,
  locale: string,
): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (value instanceof FormulaError) return value.text
  const pattern = patternOf(format)
  return pattern === undefined ? generalNumber(value, localeRules(locale)) : formatNumber(value, pattern, locale)
}

function patternOf(format: JsonObject | undefined): string | undefined {
  const numberFormat = format?.numberFormat
  if (!isObject(numberFormat)) return undefined
  if (typeof numberFormat.pattern === 'string' && numberFormat.pattern !== '') return numberFormat.pattern
  return DEFAULT_PATTERNS[String(numberFormat.type)]
}

/** Whether the format shows numbers as days or times. */
export function showsTime(format: JsonObject | undefined): boolean {
  const numberFormat = format?.numberFormat
  return isObject(numberFormat) && ['DATE', 'TIME', 'DATE_TIME'].includes(String(numberFormat.type))
}
