import { lookupKeys, rowKey } from '../model/row-key.ts'
import type { CellValue, ColumnKey } from '../model/tabs.ts'
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
    columns.status ?? brokenFormula(headers) ?? (columns.message !== undefined ? columns.message - 1 : headers.length)
  const text = statusFormula(headerRow, columns, statusTitle, texts.workbook)
  const place = { headerRow, column }
  const header = texts.workbook.header.submissions
  const headersRight = headers[column] === header.status && headers[column + 1] === header.message
  return { place, text, intact: headersRight && showsWhatItShould(submissions, column, statusCells, judged) }
}

/** A header cell that shows an error value: the formula can't spread out. */
function brokenFormula(headers: readonly CellValue[]): number | undefined {
  const index = headers.findIndex((cell) => typeof cell === 'string' && /^#[A-Z/0]+[!?]?$/.test(cell))
  return index < 0 ? undefined : index
}

/** Most rows show what `_status` says of them; single ones may have been edited since. */
function showsWhatItShould(
  submissions: readonly (readonly CellValue[])[],
  column: number,
  statusCells: readonly (readonly CellValue[])[],
  judged: readonly JudgedRow[],
): boolean {
  const status = new Map<string, CellValue>()
  const known = new Set<string>()
  for (const row of statusCells.slice(1)) {
    status.set(String(row[0] ?? '').toLowerCase(), row[1] ?? null)
    known.add(String(row[3] ?? '').toLowerCase())
  }
  const unseen = ALL_TEXTS.map(({ workbook }) => workbook.notYetJudged as CellValue)
  const edited = ALL_TEXTS.map(({ workbook }) => workbook.edited as CellValue)
  const wrong = judged.filter(({ row, typed }) => {
    const shown = submissions[row - 1]?.[column] ?? null
    const key = lookupKeys(typed)
      .map((each) => each.toLowerCase())
      .find((each) => status.has(each))
    if (key !== undefined) return shown !== status.get(key)
    return !(known.has(rowKey(typed).toLowerCase()) ? edited : unseen).includes(shown)
  })
  return wrong.length * 2 <= judged.length
}
