import { Failure } from '../errors.ts'
import { INPUT_TABS } from '../model/tabs.ts'
import type { SheetState, Workbook } from '../ports.ts'
import type { IdentifiedTabs } from './identify-tabs.ts'

/** The columns that tell whether a row is filled; the last ones hold the verdicts' formula, which reaches to the end of the sheet. */
const FIRST_COLUMNS = 'ABCD'

/**
 * Refuses a tab with more rows than this process can hold before they are read, since what runs out of memory half-way can't say so
 * (faults.md F12). Only where a sheet is that long it costs requests: one for as many rows as can be held. Throws Failure `too-large`.
 */
export async function guardAgainstTooManyRows({ tabs }: IdentifiedTabs, workbook: Workbook): Promise<void> {
  const { mostRows: most } = workbook
  for (const tab of INPUT_TABS) {
    const sheet = tabs[tab]
    const rows = sheet && isLonger(sheet, most) ? await rowsFilled(sheet, workbook) : 0
    if (rows > most) throw new Failure('too-large', { tab: sheet!.title, rows: String(rows), most: String(most) })
  }
}

/** The range to read of a tab that people write: all of it, or what can be held of a sheet whose rest is known to be empty. */
export const rangeToRead = (sheet: SheetState, { mostRows }: Workbook): { title: string; range?: string } =>
  isLonger(sheet, mostRows) ? { title: sheet.title, range: `1:${mostRows + 1}` } : { title: sheet.title }

/** The header stands in one row more. */
const isLonger = ({ rowCount }: SheetState, most: number): boolean => rowCount > most + 1

/** Rows below the header, down to the last one that holds something beyond what can be held. */
async function rowsFilled({ title, rowCount, columnCount }: SheetState, workbook: Workbook): Promise<number> {
  const { mostRows } = workbook
  const column = FIRST_COLUMNS[columnCount - 1] ?? FIRST_COLUMNS.at(-1)
  let filled = 0
  for (let first = mostRows + 2; first <= rowCount; first += mostRows) {
    const last = Math.min(first + mostRows - 1, rowCount)
    const [part] = await workbook.cells([{ title, range: `A${first}:${column}${last}` }])
    if (part!.length > 0) filled = first - 2 + part!.length
  }
  return filled
}
