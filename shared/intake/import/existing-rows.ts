import type { Yuan } from '../../model/money.ts'
import { type Month, yearOf } from '../../model/month.ts'
import type { DerivedRow } from './derive-cumulative.ts'
import type { Parties, Party } from './parties.ts'

/** A row that Submissions already has; a figure is null where it is empty or can't be read. */
export interface ExistingRow {
  period: Month
  /** As the row names it. */
  enterprise: string
  outputYtdYuan: Yuan | null
  outputMonthYuan: Yuan | null
  valueAddedYtdYuan: Yuan | null
}

export interface ExistingRows {
  /** Does the workbook have the row, with the same figures? */
  compare: (row: DerivedRow) => 'absent' | 'same' | 'different'
  /** The enterprise's newest cumulative output of the month's year before the month: 0 without a row, null when it can't be read. */
  totalBefore: (party: Party, month: Month) => Yuan | null
}

/** Makes the workbook's rows ready to be looked up by enterprise and month. */
export function openExisting(rows: readonly ExistingRow[], parties: Parties): ExistingRows {
  const keys = new Map<string, string>()
  const keyOf = (name: string): string => {
    const key = keys.get(name) ?? parties.keyOf(name)
    keys.set(name, key)
    return key
  }
  const byParty = Map.groupBy(rows, ({ enterprise }) => keyOf(enterprise))

  return {
    compare: (row) => {
      const same = (byParty.get(row.source.party.key) ?? []).filter(({ period }) => period === row.month)
      if (same.length === 0) return 'absent'
      return same.some((existing) => saysTheSame(existing, row)) ? 'same' : 'different'
    },
    totalBefore: (party, month) => {
      const earlier = (byParty.get(party.key) ?? []).filter(({ period }) => period < month && yearOf(period) === yearOf(month))
      if (earlier.length === 0) return 0
      return earlier.reduce((newest, row) => (row.period >= newest.period ? row : newest)).outputYtdYuan
    },
  }
}

/** The month's value follows from the cumulative one: where the workbook lacks it, it makes no difference. */
const saysTheSame = (existing: ExistingRow, { source, outputYtdYuan, outputMonthYuan }: DerivedRow): boolean =>
  existing.outputYtdYuan === outputYtdYuan &&
  existing.valueAddedYtdYuan === source.valueAddedYtdYuan &&
  (existing.outputMonthYuan === null || outputMonthYuan === null || existing.outputMonthYuan === outputMonthYuan)
