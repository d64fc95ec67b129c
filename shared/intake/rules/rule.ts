import type { Day } from '../../model/day.ts'
import type { Enterprise } from '../../model/enterprise.ts'
import { tenThousandFromYuan, type Yuan } from '../../model/money.ts'
import type { Month } from '../../model/month.ts'
import type { Rule } from '../../model/problem.ts'
import type { Settings } from '../../model/settings.ts'
import type { ColumnKey } from '../../model/tabs.ts'
import type { ShapedRow } from '../shape-row.ts'
import type { Facts } from '../table.ts'

/** What a rule found wrong with a row: which rule, at which cell, and the facts that its sentence needs. */
export interface Finding {
  rule: Rule
  column: ColumnKey<'submissions'>
  facts: Facts
}

/** What every row is judged against. */
export interface Circumstances {
  settings: Settings
  today: Day
  /** Cells of the tab that are merged or hold a formula, by row (from 1). */
  marked: ReadonlyMap<number, MarkedCells>
}

/** What stands in single cells of a row besides their values. */
export interface MarkedCells {
  /** Typed columns whose cell holds a formula that fetches from elsewhere. */
  external: readonly ColumnKey<'submissions'>[]
  /** The A1 range of a merge that covers typed cells of the row, or null. */
  merged: { column: ColumnKey<'submissions'>; range: string } | null
}

/** A row alone: what it says of itself. */
export type RowRule = (row: ShapedRow, circumstances: Circumstances) => Finding | null

/** An accepted row of the same enterprise. */
export interface Earlier {
  month: Month
  row: number
  outputYtdYuan: Yuan
  ownMonthYuan: Yuan | null
}

/** A row whose enterprise and month are known and open, with what its enterprise reported before. */
export interface RowInOrder {
  row: ShapedRow
  enterprise: Enterprise
  month: Month
  /** Null when it can't be told or is negative: there is nothing to compare. */
  outputYtdYuan: Yuan | null
  /** Output of the month alone, null where the month has none (measures.md, "Month value"). */
  ownMonthYuan: Yuan | null
  /** The newest earlier month with any row of the enterprise, whatever its verdict. */
  newestMonth: Month | null
  /** The newest accepted row of the same year before this month. */
  newestOfYear: Earlier | null
  /** The accepted row of the month before, in this year or the last. */
  monthBefore: Earlier | null
  /** The accepted row of the same month last year. */
  yearBefore: Earlier | null
  /** Accepted rows before this month, oldest first. */
  accepted: readonly Earlier[]
}

/** A row against the earlier accepted rows of its enterprise. */
export type OrderRule = (own: RowInOrder, circumstances: Circumstances) => Finding | null

/** An amount as people type it, in 10,000 yuan. */
export const shown = (yuan: Yuan): string => String(tenThousandFromYuan(yuan))
