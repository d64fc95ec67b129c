import type { CellValue } from '../../shared/model/tabs.ts'

/** A row of History: at, run, asOf, period, indicator, scope, value, previous, status. */
export const historyRow = (asOf: string, indicator: string, value: number, previous: number | null = null): CellValue[] => [
  `${asOf}T01:00:00Z`,
  'run',
  asOf,
  asOf.slice(0, 7),
  indicator,
  'county',
  value,
  previous,
  'on track',
]
