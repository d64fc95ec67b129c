import { findColumns, isColumnFault } from '../../intake/find-columns.ts'
import type { TabDetails } from '../../model/tab-details.ts'
import { type CellValue, INPUT_TABS, type TableKey } from '../../model/tabs.ts'
import type { Texts } from '../../model/texts/texts.ts'
import type { LocatedTab } from '../set-up/locate-columns.ts'
import type { KnownTab, WorkbookState } from '../set-up/workbook-state.ts'
import type { Finding } from './finding.ts'

/** Columns that stand twice, and those that are missing where set-up can't tell which one was meant. */
export const columnFindings = ({ tabs }: WorkbookState, texts: Texts): Finding[] =>
  INPUT_TABS.flatMap((tab) => {
    const known = tabs[tab]
    return known?.located ? findingsOf(tab, known, known.located, texts) : []
  })

function findingsOf(tab: TableKey, { details }: KnownTab, located: LocatedTab, texts: Texts): Finding[] {
  const found = findColumns(tab, { title: details.title, rows: shownCells(tab, details, located, texts) })
  if (!isColumnFault(found)) return []
  const { columnMissing, columnTwice, where } = texts.check
  const headers = texts.workbook.header[tab] as Record<string, string>
  const isMendable = (column: (typeof found.missing)[number]['column']): boolean =>
    located.headerRowLost || located.missing.includes(column) || located.place?.columns[column] !== undefined
  const wrong = (message: string, hint: string, cell: string | null): Finding => ({
    check: 'columns',
    ok: false,
    where: where(details.title, cell),
    message,
    hint,
  })
  return [
    ...found.missing
      .filter(({ column }) => !isMendable(column))
      .map(({ column }) =>
        wrong(columnMissing.message(headers[column]!, found.found.join(', ')), columnMissing.hint(headers[column]!), null),
      ),
    ...found.repeated.map(({ column, cells }) =>
      wrong(columnTwice.message(headers[column]!, cells.join(', ')), columnTwice.hint, cells.join(', ')),
    ),
  ]
}

/** What was typed, with the two headers that the status formula shows. */
function shownCells(tab: TableKey, { cells }: TabDetails, { place }: LocatedTab, texts: Texts): CellValue[][] {
  const rows = cells.slice(0, 10).map((row) => row.map(({ value }) => value))
  const status = tab === 'submissions' ? place?.columns.status : undefined
  const header = place && rows[place.headerRow]
  if (header && status !== undefined && cells[place.headerRow]?.[status]?.formula != null) {
    header[status] = texts.workbook.header.submissions.status
    header[status + 1] = texts.workbook.header.submissions.message
  }
  return rows
}
