import type { Problem } from '../model/problem.ts'
import type { ColumnKey } from '../model/tabs.ts'
import { cleanText } from './clean-text.ts'
import { otherRows } from './other-rows.ts'
import { problemAt, type Table } from './table.ts'

/** A key for comparing: width, case and spaces don't make it another. */
export const foldKey = (key: string): string => cleanText(key).toLowerCase()

/** The entries that share a key with another, by key; entries with an empty key share nothing. */
export function sharingKey<T>(entries: readonly T[], keyOf: (entry: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>()
  for (const entry of entries) {
    const key = keyOf(entry)
    if (key === '') continue
    const group = groups.get(key)
    if (group) group.push(entry)
    else groups.set(key, [entry])
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

/** A `repeated-key` for every row whose key another row has too; each names the others. */
export function repeatedKeys<T extends { row: number }>(
  table: Table,
  column: ColumnKey,
  entries: readonly T[],
  keyOf: (entry: T) => string,
): Problem[] {
  return sharingKey(entries, keyOf).flatMap((group) =>
    group.map((entry) => problemAt(table, entry.row, column, 'repeated-key', { rows: otherRows(group, entry) })),
  )
}
