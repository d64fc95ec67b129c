import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CellValue } from '../../../shared/model/tabs.ts'
import { compactHistory } from '../../../shared/report/history-compaction.ts'
import { historyRow } from '../../support/history-row.ts'
import { runs } from '../../support/runs.ts'

test('nothing happens while there is room', () => {
  expect(compactHistory([historyRow('2025-03-02', 'a', 2), historyRow('2025-03-01', 'a', 1)], 2)).toBeNull()
})

test('first the last value of a day stays, linked to the one before it', () => {
  const rows = [
    historyRow('2025-03-02', 'a', 4, 3),
    historyRow('2025-03-02', 'a', 3, 2),
    historyRow('2025-03-01', 'a', 2, 1),
    historyRow('2025-03-01', 'a', 1),
  ]
  expect(compactHistory(rows, 3)).toEqual([historyRow('2025-03-02', 'a', 4, 2), historyRow('2025-03-01', 'a', 2, 1)])
})

test('then, of the older half, the last value of a month', () => {
  const days = Array.from({ length: 20 }, (_, index) => `2025-0${index < 10 ? 2 : 1}-${String(28 - index).padStart(2, '0')}`)
  const rows = days.map((day, index) => historyRow(day, 'a', 20 - index, 19 - index))
  const compacted = compactHistory(rows, 8)!
  expect(compacted.map(([, , asOf]) => asOf)).toEqual([...days.slice(0, 4), days[4], days[10]])
})

test('the newest value of each indicator and of each of its months is never lost', () => {
  const entry = fc.tuple(fc.integer({ min: 0, max: 500 }), fc.constantFrom('a', 'b', 'c'), fc.integer())
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 120 }), fc.integer({ min: 1, max: 40 }), (entries, most) => {
      const rows = entries
        .toSorted(([a], [b]) => b - a)
        .map(([day, indicator, value]) =>
          historyRow(new Date(86_400_000 * (20_000 + day)).toISOString().slice(0, 10), indicator, value),
        )
      const compacted = compactHistory(rows, most) ?? rows
      const lastOfMonths = (some: readonly CellValue[][]) =>
        new Map(some.toReversed().map((each) => [`${each[4]} ${String(each[2]).slice(0, 7)}`, each[6]]))
      expect(lastOfMonths(compacted)).toEqual(lastOfMonths(rows))
    }),
    runs(100),
  )
})
