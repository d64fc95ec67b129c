import { expect, test } from 'vitest'
import type { CellValue } from '../../../shared/model/tabs.ts'
import { recordsOf } from '../../../shared/report/history-tab.ts'
import { historyRow } from '../../support/history-row.ts'

const HEADER = ['at', 'run', 'asOf', 'period', 'indicator', 'scope', 'value', 'previous', 'status']
const valuesOf = (rows: CellValue[][], day: string) =>
  Object.fromEntries([...recordsOf([HEADER, ...rows], day)].map(([key, record]) => [key, record[6]]))

test('a day is told by the latest day recorded until it, not by what was written last', () => {
  // On 15 January somebody had looked back at March.
  const rows = [
    historyRow('2026-01-15', 'a', 12),
    historyRow('2025-03-10', 'a', 2),
    historyRow('2025-12-15', 'a', 11),
    historyRow('2025-12-10', 'b', 5),
  ]
  expect(valuesOf(rows, '2025-12-15')).toEqual({ a: 11, b: 5 })
  expect(valuesOf(rows, '2025-12-14')).toEqual({ a: 2, b: 5 })
  expect(valuesOf(rows, '2026-02-01')).toEqual({ a: 12, b: 5 })
  expect(valuesOf(rows, '2025-03-09')).toEqual({})
})

test('of one day, what was written last', () => {
  expect(valuesOf([historyRow('2025-12-15', 'a', 2), historyRow('2025-12-15', 'a', 1)], '2025-12-15')).toEqual({ a: 2 })
})
