import type { SheetRequest, TypedCell } from '../model/sheet-request.ts'
import type { CellValue } from '../model/tabs.ts'

/** Google refuses longer texts; the marker says that something was cut. */
const MAX_CHARACTERS = 49_000

/** A text that leads to another place of the workbook. Beside the text, not in it: nothing that people typed gets into a formula. */
export interface LinkedText {
  text: string
  /** `#gid=…&range=…` */
  link: string
}

/** What is written into a cell. */
export type CellContent = CellValue | LinkedText

const isLinked = (content: CellContent | undefined): content is LinkedText => typeof content === 'object' && content !== null

/** The text as a cell can hold it: not too long, and without halves of surrogate pairs, for which Google refuses the whole batch. */
const cellText = (text: string): string =>
  (text.length > MAX_CHARACTERS ? `${text.slice(0, MAX_CHARACTERS)}…` : text).toWellFormed()

/** A typed cell: text is a stringValue whatever it begins with (security.md S09); null and '' empty the cell. */
export function typedCell(value: CellContent): TypedCell {
  if (isLinked(value))
    return { ...typedCell(value.text), textFormatRuns: [{ startIndex: 0, format: { link: { uri: value.link } } }] }
  if (value === null || value === '') return {}
  if (typeof value === 'number') return { userEnteredValue: { numberValue: value } }
  if (typeof value === 'boolean') return { userEnteredValue: { boolValue: value } }
  return { userEnteredValue: { stringValue: cellText(value) } }
}

/** Writes a block of values from a cell on (0-based), values only: looks stay. */
export const writeCells = (
  sheetId: number,
  row: number,
  column: number,
  rows: readonly (readonly CellContent[])[],
): SheetRequest => ({
  updateCells: {
    start: { sheetId, rowIndex: row, columnIndex: column },
    rows: rows.map((cells) => ({ values: cells.map(typedCell) })),
    fields: rows.some((cells) => cells.some(isLinked)) ? 'userEnteredValue,textFormatRuns' : 'userEnteredValue',
  },
})

/** Inserts empty rows before the row (0-based). */
export const insertRows = (sheetId: number, row: number, count: number): SheetRequest => ({
  insertDimension: { range: { sheetId, dimension: 'ROWS', startIndex: row, endIndex: row + count }, inheritFromBefore: false },
})

/** Rows appended so that the sheet has at least `wanted`, or nothing. */
export const growRows = (sheetId: number, present: number, wanted: number): SheetRequest[] =>
  wanted > present ? [{ appendDimension: { sheetId, dimension: 'ROWS', length: wanted - present } }] : []

/** Columns appended so that the sheet has at least `wanted`, or nothing. */
export const growColumns = (sheetId: number, present: number, wanted: number): SheetRequest[] =>
  wanted > present ? [{ appendDimension: { sheetId, dimension: 'COLUMNS', length: wanted - present } }] : []

/** Is what the cell shows what writing `wanted` would make of it? */
function same(shown: CellValue | undefined, wanted: CellContent | undefined): boolean {
  const value = isLinked(wanted) ? wanted.text : (wanted ?? '')
  return (shown ?? '') === (typeof value === 'string' ? cellText(value) : value)
}

/**
 * The writes that turn the block `before` into `after`, both beginning at (row, column): only cells that differ, neighbours
 * together. Rows and cells that one side lacks are empty. A link can't be read back, so it is written with its text.
 */
export function changedCells(
  sheetId: number,
  row: number,
  column: number,
  before: readonly (readonly CellValue[])[],
  after: readonly (readonly CellContent[])[],
): { requests: SheetRequest[]; cells: number } {
  const blocks: { row: number; column: number; width: number; rows: CellContent[][] }[] = []
  let cells = 0
  for (let r = 0; r < Math.max(before.length, after.length); r++) {
    const old = before[r] ?? []
    const now = after[r] ?? []
    const width = Math.max(old.length, now.length)
    for (let c = 0; c < width; c++) {
      if (same(old[c], now[c])) continue
      const start = c
      while (c < width && !same(old[c], now[c])) c++
      const values = Array.from({ length: c - start }, (_, i) => now[start + i] ?? null)
      cells += values.length
      const above = blocks.findLast((block) => block.row + block.rows.length >= r)
      if (above && above.row + above.rows.length === r && above.column === start && above.width === values.length)
        above.rows.push(values)
      else blocks.push({ row: r, column: start, width: values.length, rows: [values] })
    }
  }
  return { requests: blocks.map((block) => writeCells(sheetId, row + block.row, column + block.column, block.rows)), cells }
}
