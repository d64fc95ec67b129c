import { figuresKey, fullKey, otherFullKeys, rowKey } from '../model/row-key.ts'
import { type CellValue, COLUMNS, type ColumnKey } from '../model/tabs.ts'
import { ALL_TEXTS, type Texts } from '../model/texts/texts.ts'
import type { JudgedRow } from '../model/verdict.ts'
import { statusFormula } from '../report/status-formula.ts'

/** The formula of the status columns: where it belongs, what it is, and whether it still works. */
export interface FormulaState {
  /** 0-based. */
  place: { headerRow: number; column: number }
  text: string
  intact: boolean
}

/** A broken formula shows on all rows or nearly all; so many are enough to notice. */
const ROWS_LOOKED_AT = 400

/**
 * Finds out from what the status columns show whether their formula still works. Typing below it makes its header cell an error;
 * typing over it, or pasting values, leaves texts that don't follow the rows.
 */
export function inspectFormula(
  submissions: readonly (readonly CellValue[])[],
  headerRow: number,
  columns: Partial<Record<ColumnKey<'submissions'>, number>>,
  statusCells: readonly (readonly CellValue[])[],
  statusTitle: string,
  judged: readonly JudgedRow[],
  texts: Texts,
): FormulaState {
  const headers = submissions[headerRow] ?? []
  const column =
    columns.status ??
    brokenFormula(headers) ??
    (columns.message !== undefined ? columns.message - 1 : lostPlace(submissions, headerRow, columns))
  const text = statusFormula(headerRow, columns, statusTitle, texts.workbook)
  const header = texts.workbook.header.submissions
  const headersRight = headers[column] === header.status && headers[column + 1] === header.message
  const step = Math.max(1, Math.ceil(judged.length / ROWS_LOOKED_AT))
  const looked = judged.filter((_, index) => index % step === 0)
  const entries = entriesFor(looked, statusCells)
  const wrong = looked.filter((row) => !expectedStatus(row, entries).includes(submissions[row.row - 1]?.[column] ?? null))
  return { place: { headerRow, column }, text, intact: headersRight && wrong.length * 2 <= looked.length }
}

/** A header cell that shows an error value: the formula can't spread out. */
function brokenFormula(headers: readonly CellValue[]): number | undefined {
  const index = headers.findIndex((cell) => typeof cell === 'string' && /^#[A-Z/0]+[!?]?$/.test(cell))
  return index < 0 ? undefined : index
}

/**
 * Where the formula goes when no header tells: somebody typed over it, which empties both columns, or deleted them. Right of what
 * people type if nothing stands there below the header, else right of all headers.
 */
function lostPlace(
  submissions: readonly (readonly CellValue[])[],
  headerRow: number,
  columns: Partial<Record<ColumnKey<'submissions'>, number>>,
): number {
  const next = Math.max(...Object.values(columns)) + 1
  const isFree = (row: readonly CellValue[]) => (row[next] ?? '') === '' && (row[next + 1] ?? '') === ''
  const headers = submissions[headerRow] ?? []
  return (headers[next + 1] ?? '') === '' && submissions.slice(headerRow + 1).every(isFree) ? next : headers.length
}

const STATUS = COLUMNS.status.indexOf('status')
const FIGURES = COLUMNS.status.indexOf('figures')

/** What the formula shows for a row by the `_status` that it looks into now; the words may be of either language. */
function expectedStatus({ typed }: JudgedRow, entries: ReadonlyMap<string, readonly CellValue[]>): CellValue[] {
  const find = (key: string) => entries.get(key.toLowerCase())
  const full = [fullKey(typed), ...otherFullKeys(typed)].map(find).find((entry) => entry !== undefined)
  if (full) return [full[STATUS] ?? null]
  const row = find(rowKey(typed))
  if (!row) return ALL_TEXTS.map(({ workbook }) => workbook.notYetJudged)
  return row[FIGURES] === figuresKey(typed) ? [row[STATUS] ?? null] : ALL_TEXTS.map(({ workbook }) => workbook.edited)
}

/** The entries of `_status` that these rows may be found under. */
function entriesFor(
  rows: readonly JudgedRow[],
  statusCells: readonly (readonly CellValue[])[],
): Map<string, readonly CellValue[]> {
  const wanted = new Set(
    rows.flatMap(({ typed }) => [rowKey(typed), fullKey(typed), ...otherFullKeys(typed)]).map((key) => key.toLowerCase()),
  )
  const entries = new Map<string, readonly CellValue[]>()
  for (const entry of statusCells.slice(1)) {
    const key = String(entry[0] ?? '').toLowerCase()
    if (wanted.has(key)) entries.set(key, entry)
  }
  return entries
}
