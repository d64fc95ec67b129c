import { areaText, columnLetters, exceedsGrid, type NamedArea } from '../a1.ts'
import { asCell, asSlot, MAX_CELL_CHARACTERS, type Scalar, type Slot, withContent } from '../cell.ts'
import { badRequest, Refusal } from '../errors.ts'
import { isObject, type JsonObject, withoutDefaults } from '../json.ts'
import { parseEntry } from '../parse-entry.ts'
import { assertEditable, type Caller } from '../protection.ts'
import type { Area } from '../ranges.ts'
import type { Spreadsheet } from '../spreadsheet.ts'

export type InputOption = 'RAW' | 'USER_ENTERED'

export interface Written {
  readonly area: Area
  readonly answer: JsonObject
}

/** The rows of a ValueRange, whichever way it is written; `field` names it in the error. */
export function rowsOf(body: JsonObject, field: string): readonly (readonly unknown[])[] {
  const values = Array.isArray(body.values) ? body.values : []
  for (const line of values) if (!Array.isArray(line)) throw badValues(field, 'ListValue', line)
  for (const cell of values.flat()) if (typeof cell === 'object' && cell !== null) throw badValues(field, 'Value', cell)
  return body.majorDimension === 'COLUMNS' ? turned(values) : values
}

function badValues(field: string, type: string, value: unknown): Error {
  const message = `Invalid value at '${field}' (type.googleapis.com/google.protobuf.${type}), ${JSON.stringify(value)}`
  return badRequest(message, [{ field, description: message }])
}

function turned(columns: unknown[][]): unknown[][] {
  const height = columns.reduce((most, column) => Math.max(most, column.length), 0)
  return Array.from({ length: height }, (_, row) => columns.map((column) => column[row] ?? null))
}

/** Writes rows from the range's first cell on. Null skips a cell, '' empties it. A single cell as range stands for all below and right of it. */
export function writeRows(
  spreadsheet: Spreadsheet,
  named: NamedArea,
  rows: readonly (readonly unknown[])[],
  option: InputOption,
  caller: Caller,
): Written {
  const area = target(named, rows)
  const { sheet } = named
  assertEditable(spreadsheet, sheet, area, caller)
  let updatedRows = 0
  let updatedCells = 0
  const columns = new Set<number>()
  for (const [down, line] of rows.entries()) {
    let touched = false
    for (const [right, value] of line.entries()) {
      if (value === null || value === undefined) continue
      const row = area.startRow + down
      const column = area.startColumn + right
      sheet.grid.set(row, column, entered(sheet.grid.get(row, column), value as Scalar, option, spreadsheet.locale))
      columns.add(column)
      updatedCells++
      touched = true
    }
    if (touched) updatedRows++
  }
  const counts = withoutDefaults({ updatedRows, updatedColumns: columns.size, updatedCells })
  return { area, answer: { spreadsheetId: spreadsheet.id, updatedRange: areaText(sheet.title, area), ...counts } }
}

function target(named: NamedArea, rows: readonly (readonly unknown[])[]): Area {
  const { rowCount, columnCount } = named.sheet.grid
  const startRow = named.startRow ?? 0
  const startColumn = named.startColumn ?? 0
  const endRow = startRow + Math.max(1, rows.length)
  const endColumn = startColumn + Math.max(1, ...rows.map((line) => line.length))
  const beyond =
    startRow >= rowCount || startColumn >= columnCount || (named.endRow ?? 0) > rowCount || (named.endColumn ?? 0) > columnCount
  if (beyond) throw exceedsGrid(named)
  const single = named.endRow === startRow + 1 && named.endColumn === startColumn + 1
  const lastRow = single ? rowCount : (named.endRow ?? rowCount)
  const lastColumn = single ? columnCount : (named.endColumn ?? columnCount)
  if (endRow > lastRow) throw outside(named, `row [${lastRow + 1}]`)
  if (endColumn > lastColumn) throw outside(named, `column [${columnLetters(lastColumn)}]`)
  return { startRow, startColumn, endRow, endColumn }
}

function outside({ sheet, ...area }: NamedArea, where: string): Refusal {
  const text = areaText(sheet.title, {
    startRow: area.startRow ?? 0,
    startColumn: area.startColumn ?? 0,
    endRow: area.endRow ?? sheet.grid.rowCount,
    endColumn: area.endColumn ?? sheet.grid.columnCount,
  })
  const quoted = text.startsWith("'") ? text : `'${text.replace('!', "'!")}`
  return new Refusal(`Requested writing within range [${quoted}], but tried writing to ${where}`)
}

/** The slot after the value was entered into it. */
export function entered(slot: Slot, value: Scalar, option: InputOption, locale: string): Slot {
  if (typeof value === 'string' && value.length > MAX_CELL_CHARACTERS) {
    throw new Refusal(`Your input contains more than the maximum of ${MAX_CELL_CHARACTERS} characters in a single cell.`)
  }
  if (value === '') return withContent(slot, {})
  if (option === 'RAW' || typeof value !== 'string' || isText(slot)) return withContent(slot, { value })
  const { numberFormat, ...content } = parseEntry(value, locale)
  const written = withContent(slot, content.value === '' ? {} : content)
  if (!numberFormat) return written
  const cell = asCell(written)
  return asSlot({ ...cell, format: { ...cell.format, numberFormat } })
}

function isText(slot: Slot): boolean {
  const numberFormat = asCell(slot).format?.numberFormat
  return isObject(numberFormat) && numberFormat.type === 'TEXT'
}
