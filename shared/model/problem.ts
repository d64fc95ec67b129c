import type { ColumnKey, TableKey } from './tabs.ts'

/** What is wrong with a row: `rejected` and `held` keep it out of the figures, a note doesn't. */
export type Severity = 'rejected' | 'held' | 'note'

/** The rules of judging and their severity (product.md, "Judging a row"), and those of the other tabs. */
export const RULES = {
  'missing-period': 'rejected',
  'unreadable-period': 'rejected',
  'period-not-open': 'rejected',
  'missing-enterprise': 'rejected',
  'unknown-enterprise': 'rejected',
  'ambiguous-enterprise': 'rejected',
  'code-name-mismatch': 'rejected',
  'bad-credit-code': 'rejected',
  'not-expected': 'rejected',
  'missing-output': 'rejected',
  'unreadable-number': 'rejected',
  'approximate-number': 'rejected',
  'wrong-type': 'rejected',
  'formula-error': 'rejected',
  'negative-output': 'rejected',
  'month-exceeds-total': 'rejected',
  'part-exceeds-whole': 'rejected',
  'conflicting-duplicate': 'rejected',
  'total-fell': 'held',
  'identity-break': 'held',
  'unit-slip': 'held',
  jump: 'held',
  unchanged: 'held',
  'changed-late': 'held',
  'odd-added-value': 'held',
  'ambiguous-number': 'held',
  gap: 'held',
  'changed-base': 'held',
  'merged-cells': 'held',
  'normalised-number': 'note',
  'normalised-period': 'note',
  'normalised-name': 'note',
  'repeated-row': 'note',
  rounded: 'note',
  'left-out-cell': 'note',
  'check-character': 'note',
  /** A subtotal or total among the rows: seen, never counted (inputs.md, B34). */
  'subtotal-row': 'note',
  /** A row of Enterprises, Clusters, Titles, Targets, Milestones or Settings that can't be used as typed. */
  'unreadable-entry': 'rejected',
  /** Two rows of a register with the same key. */
  'repeated-key': 'rejected',
} as const satisfies Record<string, Severity>
export type Rule = keyof typeof RULES

/** One thing to say about one cell or row. What it means in words is the catalogue's matter. */
export interface Problem {
  rule: Rule
  /** Mostly that of the rule; a hold that was explained becomes a note, a bad optional cell too. */
  severity: Severity
  tab: TableKey
  /** Row of the tab, from 1. */
  row: number
  column: ColumnKey | null
  /** A1 address within the tab, e.g. `D12`. */
  cell: string | null
  /** Of the other tabs: what the row is about, its first column as typed. */
  entry?: string
  /** The raw text. */
  read: string
  /** What the catalogue's sentence needs: amounts in 10,000 yuan, months as YYYY-MM, row numbers, names. */
  facts: Readonly<Record<string, string>>
}
