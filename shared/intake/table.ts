import { type Problem, RULES, type Rule, type Severity } from '../model/problem.ts'
import { type CellValue, COLUMNS, type ColumnKey, columnLetters, type TabCells, type TableKey } from '../model/tabs.ts'
import { isBlank, quoted } from './clean-text.ts'
import type { Columns } from './find-columns.ts'

/** A tab whose columns were found: what the readers read from. */
export interface Table {
  tab: TableKey
  cells: TabCells
  columns: Columns
}

/** What the catalogue's sentence about a problem needs. */
export type Facts = Problem['facts']

const NO_FACTS: Facts = {}

/** The cell of a column in the sheet's row (from 1); a column that is not there is empty. */
export function cellAt(table: Table, row: number, column: ColumnKey): CellValue {
  const index = table.columns.index[column]
  return index === undefined ? null : (table.cells.rows[row - 1]?.[index] ?? null)
}

/** Numbers, from 1, of the rows below the header that show anything in the columns found; nothing after a gap is lost (B33). */
export function rowsOf(table: Table): number[] {
  const indexes = Object.values(table.columns.index)
  const rows: number[] = []
  for (let index = table.columns.headerRow + 1; index < table.cells.rows.length; index += 1) {
    const cells = table.cells.rows[index]!
    if (indexes.some((column) => !isBlank(cells[column] ?? null))) rows.push(index + 1)
  }
  return rows
}

/** A problem with the cell of a column, or with the whole row when the column is null; with the raw text and the A1 address. */
export function problemAt(
  table: Table,
  row: number,
  column: ColumnKey | null,
  rule: Rule,
  facts: Facts = NO_FACTS,
  severity: Severity = RULES[rule],
): Problem {
  const index = column === null ? undefined : table.columns.index[column]
  return {
    rule,
    severity,
    tab: table.tab,
    row,
    column,
    cell: index === undefined ? null : `${columnLetters(index)}${row}`,
    ...(table.tab === 'submissions' ? {} : { entry: quoted(cellAt(table, row, COLUMNS[table.tab][0])) }),
    read: column === null ? '' : quoted(cellAt(table, row, column)),
    facts,
  }
}
