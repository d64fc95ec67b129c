import { DateTime } from 'luxon'
import type { Day } from '../../model/day.ts'
import type { Indicator, Progress, Status } from '../../model/progress.ts'
import { type CellValue, COLUMNS } from '../../model/tabs.ts'
import { ALL_TEXTS } from '../../model/texts/texts.ts'
import { recordedKey, recordedValue, recordsOf } from '../history-tab.ts'

/** What became of an indicator since an earlier day. Values as History records them: yuan, fractions, counts. */
export interface Change {
  indicator: Indicator
  before: number | null
  now: number | null
  statusBefore: Status | null
}

const column = (key: (typeof COLUMNS.history)[number]): number => COLUMNS.history.indexOf(key)

/** The day a month, or a year, before. */
export const dayBefore = (asOf: Day, span: { months: number }): Day =>
  DateTime.fromISO(asOf, { zone: 'utc' }).minus(span).toFormat('yyyy-MM-dd')

/**
 * The indicators whose value or status differs from what History says of the day (`recordsOf`). Those without such a
 * record have nothing to be compared with. Null when History has none at all.
 */
export function changesSince(history: readonly (readonly CellValue[])[], progress: Progress, day: Day): Change[] | null {
  const recorded = recordsOf(history, day)
  if (recorded.size === 0) return null
  return progress.indicators.flatMap((indicator) => {
    const row = recorded.get(recordedKey(indicator))
    if (!row) return []
    const value = row[column('value')]
    const before = typeof value === 'number' ? value : null
    const statusBefore = statusOf(row[column('status')] ?? null)
    const now = recordedValue(indicator)
    return before === now && statusBefore === indicator.status ? [] : [{ indicator, before, now, statusBefore }]
  })
}

/** The status whose word, in either language, History holds. */
function statusOf(word: CellValue): Status | null {
  for (const { workbook } of ALL_TEXTS)
    for (const [status, text] of Object.entries(workbook.status)) if (text === word) return status as Status
  return null
}
