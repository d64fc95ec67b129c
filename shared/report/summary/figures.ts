import type { Language } from '../../model/language.ts'
import type { Yuan } from '../../model/money.ts'
import type { CellFormat } from '../../model/sheet-request.ts'
import { figureCell, largeAmount } from '../amounts.ts'
import type { LayoutCell } from './layout.ts'
import { LOOKS, withNumber } from './looks.ts'

/** Number formats that show the unit beside the number: the cell holds a number that people can calculate with. */
const PATTERNS: Readonly<Record<string, Record<Language, string>>> = {
  亿元: { 'zh-CN': '#,##0.00" 亿元"', en: '#,##0.00" ×10⁸ yuan"' },
  'billion yuan': { 'zh-CN': '#,##0.00" 十亿元"', en: '#,##0.00" bn yuan"' },
  万元: { 'zh-CN': '#,##0" 万元"', en: '#,##0" ×10⁴ yuan"' },
  元: { 'zh-CN': '#,##0" 元"', en: '#,##0" yuan"' },
  '%': { 'zh-CN': '0.0%', en: '0.0%' },
  家: { 'zh-CN': '#,##0" 家"', en: '#,##0' },
}

const LARGE: Record<Language, string> = { 'zh-CN': '亿元', en: 'billion yuan' }

/** A figure of a target row in the row's unit; shares are fractions shown as percent. */
export function figureIn(value: number | null, unit: string, language: Language, look: CellFormat = LOOKS.figure): LayoutCell {
  const pattern = PATTERNS[unit]?.[language]
  return {
    value: unit === '%' ? value : figureCell(value, unit),
    format: pattern ? withNumber(look, pattern) : look,
  }
}

/** A large amount in 亿元 or billion yuan. */
export const amountIn = (yuan: Yuan | null, language: Language, look: CellFormat = LOOKS.figure): LayoutCell => ({
  value: largeAmount(yuan, language),
  format: withNumber(look, PATTERNS[LARGE[language]]![language]),
})

/** A fraction, shown in percent with one decimal. */
export const percentIn = (fraction: number | null, look: CellFormat = LOOKS.figure): LayoutCell => ({
  value: fraction,
  format: withNumber(look, '0.0%'),
})

/** A relative change, shown with its sign. */
export const changeIn = (fraction: number | null, look: CellFormat = LOOKS.figure): LayoutCell => ({
  value: fraction,
  format: withNumber(look, '+0.0%;-0.0%;0.0%'),
})

export const ratioIn = (ratio: number | null, look: CellFormat = LOOKS.figure): LayoutCell => ({
  value: ratio,
  format: withNumber(look, '0.00'),
})
