import { type ColumnKey, columnLetters } from '../model/tabs.ts'
import type { MarkedCells } from './rules/rule.ts'
import type { Table } from './table.ts'

/** Functions that fetch from outside the spreadsheet, or stand for a link or picture. */
const EXTERNAL = /\b(?:IMPORT(?:XML|HTML|DATA|FEED|RANGE)|GOOGLEFINANCE|GOOGLETRANSLATE|IMAGE|HYPERLINK)\s*\(/i

const NOT_TYPED: readonly ColumnKey[] = ['status', 'message']

/** Which rows of Submissions (from 1) have a merged cell or an external formula among the columns that people type. */
export function markedCells({ cells, columns }: Table): Map<number, MarkedCells> {
  const marked = new Map<number, MarkedCells>()
  if (!cells.marks) return marked
  const typed = new Map<number, ColumnKey<'submissions'>>()
  for (const [key, index] of Object.entries(columns.index) as [ColumnKey<'submissions'>, number][])
    if (!NOT_TYPED.includes(key)) typed.set(index, key)
  const at = (row: number) => marked.get(row) ?? { external: [], merged: null }
  for (const { row, column, text } of cells.marks.formulas) {
    const key = typed.get(column)
    if (key && row > columns.headerRow && EXTERNAL.test(text))
      marked.set(row + 1, { ...at(row + 1), external: [...at(row + 1).external, key] })
  }
  for (const { startRow, endRow, startColumn, endColumn } of cells.marks.merges) {
    const covered = [...typed].find(([index]) => index >= startColumn && index < endColumn)
    if (!covered) continue
    const range = `${columnLetters(startColumn)}${startRow + 1}:${columnLetters(endColumn - 1)}${endRow}`
    for (let row = Math.max(startRow, columns.headerRow + 1); row < Math.min(endRow, cells.rows.length); row++)
      marked.set(row + 1, { ...at(row + 1), merged: { column: covered[1], range } })
  }
  return marked
}
