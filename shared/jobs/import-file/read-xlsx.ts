import type { CellValue as ExcelValue, Workbook, Worksheet } from 'exceljs'
import type { CellValue } from '../../model/tabs.ts'

/** The rows of the first sheet with content of an .xlsx file; formulas by their result, dates as days. */
export async function readXlsx(name: string, bytes: Uint8Array): Promise<CellValue[][]> {
  const { worksheets } = await openXlsx(name, bytes)
  const sheet = worksheets.find(({ actualRowCount }) => actualRowCount > 0)
  return sheet ? rowsOf(sheet) : []
}

export async function openXlsx(name: string, bytes: Uint8Array): Promise<Workbook> {
  // Loaded only when an .xlsx file is at hand: the library is large.
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  try {
    await workbook.xlsx.load(bytes.slice().buffer)
  } catch (error) {
    throw new Error(`${name} can't be read as an .xlsx file.`, { cause: error })
  }
  return workbook
}

/** Every row to the last, empty ones too, so that row numbers stay those of the file. */
export const rowsOf = (sheet: Worksheet): CellValue[][] =>
  Array.from({ length: sheet.rowCount }, (_, row) =>
    Array.from({ length: sheet.columnCount }, (_, column) => {
      const cell = sheet.getCell(row + 1, column + 1)
      // A merged cell repeats the value of its first cell, which only that one holds.
      return cell.isMerged && cell.master.address !== cell.address ? null : plainValue(cell.value)
    }),
  )

function plainValue(value: ExcelValue): CellValue {
  if (value === null || value === undefined || value === '') return null
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value !== 'object') return value
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('error' in value) return value.error
  if ('hyperlink' in value) return plainValue(value.text)
  return 'result' in value ? plainValue(value.result) : null
}
