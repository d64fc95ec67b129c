import type { ConditionalFormattingOptions } from 'exceljs'
import type { Condition, SheetLooks } from '../../model/sheet-looks.ts'
import { differingStyle } from './excel-style.ts'
import { cellName, rangeName } from './places.ts'

/** The sheet's conditional formats in their order; those whose condition has no formula that Excel knows are left out. */
export function colouringsInFile(sheet: SheetLooks): ConditionalFormattingOptions[] {
  return sheet.colourings.flatMap(({ ranges, condition, format }, index) => {
    const [first] = ranges
    const formula = first ? formulaOf(condition, cellName(first.startRowIndex ?? 0, first.startColumnIndex ?? 0)) : null
    if (formula === null) return []
    return [
      {
        ref: ranges.map((range) => rangeName(range, sheet)).join(' '),
        rules: [{ type: 'expression' as const, priority: index + 1, formulae: [formula], style: differingStyle(format) }],
      },
    ]
  })
}

const COMPARISONS: Record<string, string> = {
  NUMBER_GREATER: '>',
  NUMBER_GREATER_THAN_EQ: '>=',
  NUMBER_LESS: '<',
  NUMBER_LESS_THAN_EQ: '<=',
  NUMBER_EQ: '=',
  NUMBER_NOT_EQ: '<>',
}

/** The condition on the range's first cell as a formula; custom ones are simple enough to stand as they are. */
function formulaOf({ type = '', values = [] }: Condition, cell: string): string | null {
  const value = values[0]?.userEnteredValue ?? ''
  const text = `"${value.replaceAll('"', '""')}"`
  if (type === 'CUSTOM_FORMULA') return value.replace(/^=/, '')
  if (type in COMPARISONS) return `AND(ISNUMBER(${cell}),${cell}${COMPARISONS[type]}${value.replace(/^=/, '')})`
  if (type === 'TEXT_EQ') return `${cell}=${text}`
  if (type === 'TEXT_CONTAINS') return `ISNUMBER(SEARCH(${text},${cell}))`
  if (type === 'TEXT_STARTS_WITH') return `LEFT(${cell},${value.length})=${text}`
  if (type === 'BLANK') return `LEN(${cell})=0`
  if (type === 'NOT_BLANK') return `LEN(${cell})>0`
  return null
}
