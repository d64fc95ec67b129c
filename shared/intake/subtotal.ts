import type { CellValue } from '../model/tabs.ts'
import { cleanText } from './clean-text.ts'

const SUBTOTAL =
  /^(?:本页|本月|全县|全市|全区|全部|各企业|企业)?(?:合计|小计|总计|共计|累计|汇总)(?:数|行)?[::]?$|^(?:grand|sub|over ?all)?[- ]?total:?$|^sum:?$/i
const LONGEST = 20

/** Does the cell label a subtotal or total row: 合 计, 小计, Grand total (B34)? */
export function isSubtotalLabel(cell: CellValue): boolean {
  if (typeof cell !== 'string' || cell.length > LONGEST) return false
  const text = cleanText(cell)
  return SUBTOTAL.test(text) || SUBTOTAL.test(text.replaceAll(' ', ''))
}
