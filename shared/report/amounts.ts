import type { Language } from '../model/language.ts'
import type { Yuan } from '../model/money.ts'
import { fromBase, Unit } from '../model/unit.ts'

/** A large amount as a number for people to calculate with: in 亿元 or billion yuan. */
export const largeAmount = (yuan: Yuan | null, language: Language): number | null =>
  yuan === null ? null : Number((language === 'zh-CN' ? yuan / 1e8 : yuan / 1e9).toPrecision(12))

/** A large amount for people: 亿元 in Chinese, billion yuan in English, two decimals; `-` without a value. */
function amountText(yuan: Yuan | null, language: Language): string {
  if (yuan === null) return '-'
  return language === 'zh-CN' ? `${decimals(yuan / 1e8, 2)} 亿元` : `${decimals(yuan / 1e9, 2)} billion yuan`
}

export const percentText = (fraction: number | null): string => (fraction === null ? '-' : `${decimals(fraction * 100, 1)} %`)

export const ratioText = (ratio: number | null): string => (ratio === null ? '-' : decimals(ratio, 2))

/** A figure of an indicator as text with its unit. */
export function figureText(value: number | null, unit: string, language: Language): string {
  if (value === null) return '-'
  if (unit === '%') return percentText(value)
  if (unit === '家') return language === 'zh-CN' ? `${value} 家` : String(value)
  return amountText(value, language)
}

/** The number to put into a cell: in the unit, so that people can calculate with it. */
export function figureCell(value: number | null, unit: string): number | null {
  const known = Unit.safeParse(unit)
  if (value === null || !known.success) return value
  const figure = fromBase(value, known.data)
  return Number(figure.toPrecision(12))
}

const decimals = (value: number, places: number): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: places, maximumFractionDigits: places })
