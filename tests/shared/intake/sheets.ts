import { type Columns, findColumns, isColumnFault } from '../../../shared/intake/find-columns.ts'
import { type JudgedSubmissions, judgeSubmissions } from '../../../shared/intake/judge-submissions.ts'
import type { Table } from '../../../shared/intake/table.ts'
import type { Enterprise } from '../../../shared/model/enterprise.ts'
import type { Language } from '../../../shared/model/language.ts'
import { type Month, parseMonth } from '../../../shared/model/month.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../../shared/model/settings.ts'
import { type CellValue, COLUMNS, type ColumnKey, type TabCells, type TableKey } from '../../../shared/model/tabs.ts'
import { textsFor } from '../../../shared/model/texts/texts.ts'
import type { RowMemory, TypedRow } from '../../../shared/model/verdict.ts'
import { rowOf } from '../../support/row-of.ts'

export type RowCells<T extends TableKey = 'submissions'> = Partial<Record<ColumnKey<T>, CellValue>>

/** The header row that set-up writes, in Chinese unless told otherwise. */
export const headersOf = (tab: TableKey, language: Language = 'zh-CN'): string[] =>
  COLUMNS[tab].map((column) => (textsFor(language).workbook.header[tab] as Record<string, string>)[column]!)

/** A tab with the headers in row 1 and the rows below. */
export const sheet = <T extends TableKey>(tab: T, rows: readonly RowCells<T>[], language: Language = 'zh-CN'): TabCells => ({
  title: textsFor(language).workbook.tab[tab],
  rows: [headersOf(tab, language), ...rows.map((row) => rowOf(tab, row))],
})

export function columnsOf(tab: TableKey, cells: TabCells): Columns {
  const found = findColumns(tab, cells)
  if (isColumnFault(found)) throw new Error(JSON.stringify(found))
  return found
}

export function table<T extends TableKey>(tab: T, rows: readonly RowCells<T>[]): Table {
  const cells = sheet(tab, rows)
  return { tab, cells, columns: columnsOf(tab, cells) }
}

export const month = (text: string): Month => parseMonth(text)!

export const typedRow = (row: RowCells): TypedRow => ({
  period: null,
  enterprise: null,
  creditCode: null,
  outputYtd: null,
  outputMonth: null,
  outputYtdLastYear: null,
  valueAddedYtd: null,
  explanation: null,
  ...row,
})

export interface Situation {
  register: readonly Enterprise[]
  settings?: Partial<Settings>
  today?: string
  memory?: ReadonlyMap<string, RowMemory>
  /** Of the headers. */
  language?: Language
}

/** Judges a tab with the rows, the first being row 2. */
export const judge = (rows: readonly RowCells[], situation: Situation): JudgedSubmissions =>
  judgeCells(sheet('submissions', rows, situation.language), situation)

export const judgeCells = (
  cells: TabCells,
  { register, settings = {}, today = '2025-04-05', memory = new Map() }: Situation,
): JudgedSubmissions =>
  judgeSubmissions({
    cells,
    columns: columnsOf('submissions', cells),
    register,
    settings: { ...DEFAULT_SETTINGS, ...settings },
    today,
    memory,
  })
