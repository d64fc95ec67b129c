import type { Day } from '../model/day.ts'
import { formatMonth } from '../model/month.ts'
import type { Indicator, Progress } from '../model/progress.ts'
import { KEY_TEXT_LENGTH } from '../model/row-key.ts'
import { type CellValue, COLUMNS } from '../model/tabs.ts'
import type { Texts } from '../model/texts/texts.ts'

const column = (key: (typeof COLUMNS.history)[number]): number => COLUMNS.history.indexOf(key)

/**
 * What History says of the day, by indicator: the record of the latest day that isn't after it, and of one day the one written last. A run
 * for an earlier day may be written after those of later days, so the place in the tab says nothing about the day.
 */
export function recordsOf(history: readonly (readonly CellValue[])[], day: Day): Map<string, readonly CellValue[]> {
  const records = new Map<string, readonly CellValue[]>()
  const dayOf = (row: readonly CellValue[]): Day => String(row[column('asOf')] ?? '')
  // Newest on top: of one day the first counts.
  for (const row of history.slice(1)) {
    const key = String(row[column('indicator')] ?? '')
    const known = records.get(key)
    if (key !== '' && dayOf(row) <= day && (!known || dayOf(row) > dayOf(known))) records.set(key, row)
  }
  return records
}

/** New rows for History, newest on top: one for each indicator whose value or status isn't the one recorded for the day. */
export function historyRows(
  present: readonly (readonly CellValue[])[],
  progress: Progress,
  run: { id: string; startedAt: Date },
  texts: Texts,
): CellValue[][] {
  const last = recordsOf(present, progress.asOf)
  return progress.indicators.flatMap((indicator) => {
    const key = recordedKey(indicator)
    // Without a key it would not be found again, and be news in every run; its row is in Problems.
    if (key === '') return []
    const before = last.get(key)
    const status = texts.workbook.status[indicator.status]
    const value = recordedValue(indicator)
    const previous = before?.[column('value')] ?? null
    const unchanged = before && (previous === '' ? null : previous) === value && before[column('status')] === status
    return unchanged
      ? []
      : [
          [
            run.startedAt.toISOString(),
            run.id,
            progress.asOf,
            formatMonth(progress.period),
            key,
            indicator.scope,
            value,
            previous === '' ? null : previous,
            status,
          ],
        ]
  })
}

/** As a cell gives it back, however long it is. */
export const recordedKey = ({ key }: Indicator): string => key.slice(0, KEY_TEXT_LENGTH).toWellFormed()

/** For a hold, what is held is the trailing twelve months. */
export const recordedValue = (indicator: Indicator): number | null =>
  indicator.kind === 'hold' ? indicator.trailingTwelveMonths : indicator.value
