import type { Month } from '../../model/month.ts'
import { formatMonth } from '../../model/month.ts'
import type { Rule, Severity } from '../../model/problem.ts'
import type { CellValue } from '../../model/tabs.ts'
import { quoted } from '../clean-text.ts'
import type { ImportField } from './column-map.ts'

/**
 * What can be wrong beyond the rules of judging. `differs-from-existing`: the workbook has another figure, which stays (facts: month,
 * enterprise). `total-unknown`: the cumulative figure can't be derived, because an earlier month of the year can't be read (month).
 * Notes on an enterprise: `months-without-row`: taken as no output (enterprise, months); `stopped-reporting`: silent for the last twelve
 * months of the file, so it reports until its last month (enterprise, month).
 */
type ImportRule = Rule | 'differs-from-existing' | 'total-unknown' | 'months-without-row' | 'stopped-reporting'

/** One thing to say about one row of the file, or about an enterprise in it. A row whose one is `subtotal-row` is no report and not added either. */
export interface ImportProblem {
  rule: ImportRule
  /** A rejected row was not added; a note doesn't keep anything out. */
  severity: Exclude<Severity, 'held'>
  /** Row of the file, from 1, or null when the note is about an enterprise. */
  row: number | null
  field: ImportField | null
  /** The raw text. */
  read: string
  facts: Readonly<Record<string, string>>
}

/** A row that was not added, for what one of its cells says or lacks. */
export const rejectedCell = (
  row: number,
  field: ImportField,
  rule: ImportRule,
  cell: CellValue,
  facts: ImportProblem['facts'],
): ImportProblem => ({
  rule,
  severity: 'rejected',
  row,
  field,
  read: quoted(cell),
  facts,
})

/** A row that was not added, for what other rows say. */
export const rejectedRow = (
  { row, month, party }: { row: number; month: Month; party: { name: string } },
  rule: ImportRule,
  facts: ImportProblem['facts'] = {},
): ImportProblem => ({
  rule,
  severity: 'rejected',
  row,
  field: null,
  read: '',
  facts: { enterprise: party.name, month: formatMonth(month), ...facts },
})

/** A note on an enterprise of the file. */
export const noteOn = (enterprise: string, rule: ImportRule, facts: ImportProblem['facts']): ImportProblem => ({
  rule,
  severity: 'note',
  row: null,
  field: null,
  read: '',
  facts: { enterprise, ...facts },
})
