import type { Spreadsheet } from '../spreadsheet.ts'
import { readValues } from '../values/read-values.ts'

/** The first sheet as people see it, one line a row, every line as wide as the widest. */
export function renderedCsv(spreadsheet: Spreadsheet, separator: string): string {
  const sheet = spreadsheet.sheets[0]
  if (!sheet) return ''
  const open = { startRow: undefined, endRow: undefined, startColumn: undefined, endColumn: undefined }
  const rendering = {
    majorDimension: 'ROWS',
    valueRenderOption: 'FORMATTED_VALUE',
    dateTimeRenderOption: 'SERIAL_NUMBER',
  } as const
  const { values = [] } = readValues(spreadsheet, { sheet, ...open }, rendering) as { values?: string[][] }
  const width = values.reduce((most, row) => Math.max(most, row.length), 0)
  const quoted = (text: string) => (/["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text)
  return values.map((row) => Array.from({ length: width }, (_, column) => quoted(row[column] ?? '')).join(separator)).join('\r\n')
}
