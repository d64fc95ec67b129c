import type { Sheet } from '../../google-apis/sheet.ts'
import type { Spreadsheet } from '../../google-apis/spreadsheet.ts'
import type { Edit } from '../protocol.ts'
import { entryText } from './entry-text.ts'
import { fillSeries } from './fill-series.ts'

type Enter = Extract<Edit, { kind: 'enter' }>
type Fill = Extract<Edit, { kind: 'fill' }>

/** Filling as the entry that it comes to: down, up, right or left of the source, whichever way the target reaches beyond it. */
export function filledEntry(fill: Fill, spreadsheet: Spreadsheet, sheet: Sheet): Enter {
  const { source, target, sheetId, sure } = fill
  const texts = (rows: readonly number[], columns: readonly number[]) =>
    rows.map((row) => columns.map((column) => entryText(spreadsheet, sheet, row, column)))
  const span = (start: number, end: number) => Array.from({ length: end - start }, (_, index) => start + index)
  const rows = span(source.startRow, source.endRow)
  const columns = span(source.startColumn, source.endColumn)
  const shared = { kind: 'enter' as const, sheetId, ...(sure && { sure }) }
  const across = target.endRow === source.endRow && target.startRow === source.startRow
  if (across) {
    const step = target.endColumn > source.endColumn ? 1 : -1
    const count = target.endColumn - target.startColumn - columns.length
    const lines = texts(rows, columns).map((line) => fillSeries(line, count, step))
    return {
      ...shared,
      row: source.startRow,
      column: step === 1 ? source.endColumn : target.startColumn,
      rows: step === 1 ? lines : lines.map((line) => line.toReversed()),
    }
  }
  const step = target.endRow > source.endRow ? 1 : -1
  const count = target.endRow - target.startRow - rows.length
  const series = columns.map((column) => fillSeries(texts(rows, [column]).flat(), count, step))
  const lines = Array.from({ length: count }, (_, place) => series.map((column) => column[place] ?? ''))
  return {
    ...shared,
    row: step === 1 ? source.endRow : target.startRow,
    column: source.startColumn,
    rows: step === 1 ? lines : lines.toReversed(),
  }
}
