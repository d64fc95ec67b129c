import { writeXlsx } from '../../../shared/jobs/export-file/write-xlsx.ts'
import type { Workbook } from '../../../shared/ports.ts'

/** The workbook's values as an .xlsx file, tab by tab in their order. */
export async function exportWorkbook(file: string, workbook: Workbook): Promise<void> {
  const { sheets } = await workbook.structure()
  const cells = await workbook.cells(sheets.map(({ title }) => ({ title })))
  await writeXlsx(
    file,
    sheets.map(({ title, hidden }, index) => ({ title, hidden, rows: cells[index]! })),
  )
}
