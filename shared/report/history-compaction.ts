import { type CellValue, COLUMNS } from '../model/tabs.ts'

/** Rows that History may have before it is compacted. */
const HISTORY_ROWS = 3_000

const column = (key: (typeof COLUMNS.history)[number]): number => COLUMNS.history.indexOf(key)

/**
 * History's rows, newest on top, cut down to at most about `most`: of older ones each indicator keeps the last value of a day, then of a
 * month. What "since last month" and "since last year" are computed from is never lost. Null while there is room.
 */
export function compactHistory(rows: readonly (readonly CellValue[])[], most: number = HISTORY_ROWS): CellValue[][] | null {
  if (rows.length <= most) return null
  const daily = lastOf(rows, 10)
  const kept = daily.length <= most ? daily : [...newestHalf(daily, most), ...lastOf(daily.slice(Math.floor(most / 2)), 7)]
  return relinked(kept)
}

const newestHalf = <T>(rows: readonly T[], most: number): T[] => rows.slice(0, Math.floor(most / 2))

/** Each indicator's newest row of every day (10 characters of the as-of day) or month (7). */
function lastOf(rows: readonly (readonly CellValue[])[], characters: number): (readonly CellValue[])[] {
  const seen = new Set<string>()
  return rows.filter((row) => {
    const key = `${row[column('indicator')]}|${String(row[column('asOf')] ?? '').slice(0, characters)}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** `previous` names the row below it that is still there, so that the chain of values stays whole. */
function relinked(rows: readonly (readonly CellValue[])[]): CellValue[][] {
  const later = new Map<CellValue, CellValue[]>()
  return rows.map((row) => {
    const kept = [...row]
    const above = later.get(kept[column('indicator')] ?? null)
    if (above) above[column('previous')] = kept[column('value')] ?? null
    later.set(kept[column('indicator')] ?? null, kept)
    return kept
  })
}
