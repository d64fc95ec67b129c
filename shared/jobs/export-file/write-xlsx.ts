import type { CellValue } from '../../model/tabs.ts'

export interface SheetCells {
  title: string
  hidden: boolean
  rows: readonly (readonly CellValue[])[]
}

/** The sheets' values as an .xlsx file on disk, streamed row by row. Text stays text, whatever it begins with. */
export async function writeXlsx(file: string, sheets: readonly SheetCells[]): Promise<void> {
  const { default: exceljs } = await import('exceljs')
  const writer = new exceljs.stream.xlsx.WorkbookWriter({ filename: file, useStyles: true })
  for (const { title, hidden, rows } of sheets) {
    const sheet = writer.addWorksheet(title.slice(0, 31), {
      state: hidden ? 'hidden' : 'visible',
      views: [{ state: 'frozen', ySplit: 1 }],
    })
    for (const row of rows) sheet.addRow(row.map((cell) => (cell === '' ? null : cell))).commit()
    sheet.commit()
  }
  await writer.commit()
}
