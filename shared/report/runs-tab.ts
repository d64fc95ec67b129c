import { formatMonth } from '../model/month.ts'
import type { Progress } from '../model/progress.ts'
import { type CellValue, COLUMNS } from '../model/tabs.ts'
import type { RowCounts } from '../model/verdict.ts'

/** The row in Runs for a finished run. */
export function runRow(
  run: { id: string; startedAt: Date; reason: string; who: string; seconds: number; trigger: string },
  progress: Progress | null,
  counts: RowCounts | null,
  written: number,
  result: string,
): CellValue[] {
  return [
    run.startedAt.toISOString(),
    run.id,
    run.reason,
    run.who,
    progress?.asOf ?? null,
    progress ? formatMonth(progress.period) : null,
    counts?.read ?? null,
    counts?.accepted ?? null,
    counts?.noted ?? null,
    counts?.held ?? null,
    counts?.rejected ?? null,
    written,
    run.seconds,
    result,
    run.trigger,
  ]
}

/** What Runs tells of an earlier run. */
export interface KnownRun {
  id: string
  trigger: string
  /** Rows read; null where the run failed. */
  read: number | null
}

const column = (key: (typeof COLUMNS.runs)[number]): number => COLUMNS.runs.indexOf(key)

/** The runs on record, newest first. */
export function readRuns(cells: readonly (readonly CellValue[])[]): KnownRun[] {
  return cells
    .slice(1)
    .map((row) => {
      const read = row[column('read')]
      return {
        id: String(row[column('run')] ?? ''),
        trigger: String(row[column('trigger')] ?? ''),
        read: typeof read === 'number' ? read : null,
      }
    })
    .filter(({ id }) => id !== '')
}
