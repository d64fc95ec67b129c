import type { SheetRequest } from '../../model/sheet-request.ts'
import { type ColumnKey, columnLetters, type TabKey } from '../../model/tabs.ts'
import type { MendingKind } from '../../model/texts/check-texts.ts'
import type { ListName } from './choices.ts'

/** One thing that a workbook lacks, with the requests that put it right. */
export interface Mending {
  kind: MendingKind
  tab: TabKey
  /** A1 cell or range, a name, or null for the tab as a whole. */
  cell: string | null
  requests: readonly SheetRequest[]
}

/** Where a tab's columns stand. */
export interface Place {
  /** From 0. */
  headerRow: number
  columns: Partial<Record<ColumnKey, number>>
  /** Columns that are known by their mark alone: their header is blank or says nothing. */
  nameless: ReadonlySet<ColumnKey>
}

/** Where a register's entries stand: title of the tab, column and first row of them, from 0. */
export interface ListPlace {
  title: string
  column: number
  firstRow: number
}
export type ListPlaces = Partial<Record<ListName, ListPlace>>

/** `D2:D40`, from half-open bounds that count from 0. */
export const columnSpan = (column: number, start: number, end: number): string => {
  const letters = columnLetters(column)
  return end - start === 1 ? `${letters}${end}` : `${letters}${start + 1}:${letters}${end}`
}
