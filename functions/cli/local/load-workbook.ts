import { Failure } from '../../../shared/errors.ts'
import { readXlsxSheets } from '../../../shared/jobs/import-file/read-xlsx-sheets.ts'
import type { SheetRequest } from '../../../shared/model/sheet-request.ts'
import { type CellValue, COLUMNS, INPUT_TABS, type TabKey } from '../../../shared/model/tabs.ts'
import { ALL_TEXTS } from '../../../shared/model/texts/texts.ts'
import type { SheetState, Workbook } from '../../../shared/ports.ts'
import { growRows, writeCells } from '../../../shared/report/cells.ts'

/** Excel cuts the names of sheets. */
const NAME_LENGTH = 31

/**
 * Takes what people write from an .xlsx file into the workbook, in one write: the rows of each input tab that the file has, whatever
 * language it is in, replace those of the workbook. What the program writes comes with the next run. Columns stand as in a new workbook.
 */
export async function loadWorkbook(bytes: Uint8Array, workbook: Workbook): Promise<void> {
  const { sheets } = await workbook.structure()
  const found = (
    await readXlsxSheets('the file', bytes).catch((thrown) => {
      throw new Failure('unreadable-file', { file: 'the file', what: 'not an .xlsx file' }, { cause: thrown })
    })
  ).flatMap(({ title, rows }) => {
    const sheet = sheets.find(({ key }) => key !== null && namesOf(key).includes(title))
    return sheet ? [{ sheet, rows }] : []
  })
  if (found.length === 0)
    throw new Failure('unreadable-file', { file: 'the file', what: 'none of its sheets is a tab of the workbook' })
  await workbook.commit(found.flatMap(({ sheet, rows }) => replacing(sheet, rows)))
}

/** The names under which the file may carry an input tab. */
const namesOf = (key: string): string[] =>
  (INPUT_TABS as readonly string[]).includes(key)
    ? ALL_TEXTS.map(({ workbook }) => workbook.tab[key as TabKey].slice(0, NAME_LENGTH))
    : []

function replacing({ sheetId, key, rowCount }: SheetState, rows: readonly (readonly CellValue[])[]): SheetRequest[] {
  const columns = COLUMNS[key as keyof typeof COLUMNS] as readonly string[]
  // The status columns of Submissions are a formula's.
  const width = columns.includes('status') ? columns.indexOf('status') : columns.length
  const body = rows.slice(1).map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null))
  const range = { sheetId, startRowIndex: 1, startColumnIndex: 0, endColumnIndex: width }
  return [
    ...growRows(sheetId, rowCount, body.length + 1),
    { repeatCell: { range, cell: {}, fields: 'userEnteredValue' } },
    ...(body.length > 0 ? [writeCells(sheetId, 1, 0, body)] : []),
  ]
}
