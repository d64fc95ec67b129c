import { type Yuan, yuanFromTenThousand } from '../../model/money.ts'
import type { CellValue } from '../../model/tabs.ts'
import type { JudgedRow } from '../../model/verdict.ts'
import { keptText } from '../clean-text.ts'
import { readMonth } from '../read-day.ts'
import { readNumber } from '../read-number.ts'
import type { ExistingRow } from './existing-rows.ts'

/** The rows that Submissions already has, whatever their verdict; one without a readable month can't be the same as any. */
export function existingFromJudged(rows: readonly JudgedRow[]): ExistingRow[] {
  return rows.flatMap(({ typed }): ExistingRow[] => {
    const period = readMonth(typed.period)
    if (period == null) return []
    return [
      {
        period,
        enterprise: keptText(typed.enterprise),
        outputYtdYuan: yuanOf(typed.outputYtd),
        outputMonthYuan: yuanOf(typed.outputMonth),
        valueAddedYtdYuan: yuanOf(typed.valueAddedYtd),
      },
    ]
  })
}

function yuanOf(cell: CellValue): Yuan | null {
  const reading = readNumber(cell, '万元')
  return reading.kind === 'value' ? yuanFromTenThousand(reading.value) : null
}
