import type { CellValue } from '../../model/tabs.ts'
import { openXlsx, rowsOf } from './read-xlsx.ts'

/** All sheets of an .xlsx file by name, with their rows; formulas by their result, dates as days. */
export async function readXlsxSheets(name: string, bytes: Uint8Array): Promise<{ title: string; rows: CellValue[][] }[]> {
  const { worksheets } = await openXlsx(name, bytes)
  return worksheets.map((sheet) => ({ title: sheet.name, rows: rowsOf(sheet) }))
}
