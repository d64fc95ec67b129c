import type { Row, stream } from 'exceljs'
import { type CellLooks, type RowLooks, type SheetLooks, USUAL_HEIGHT_PX } from '../../model/sheet-looks.ts'
import type { GridRange } from '../../model/sheet-request.ts'
import { quotedTitle } from '../../model/tabs.ts'
import { barIn, cellContent, fileText, linkOf } from './cell-content.ts'
import { type Choices, gatherChoices } from './choices-in-file.ts'
import { colouringsInFile } from './colourings-in-file.ts'
import { styleMaker } from './excel-style.ts'
import { cellName, rangeName } from './places.ts'
import { rowHeightPx } from './row-height.ts'
import { LISTS_SHEET, sheetNames } from './sheet-names.ts'
import { charactersOf, pointsOf, sheetOptions } from './sheet-options.ts'
import {
  addBars,
  linkOutside,
  linkWithin,
  orderLinks,
  type PlacedBar,
  type PlacedPicture,
  pictureWriter,
} from './streamed-sheet.ts'

/** Excel shows TRUE and FALSE in any format, LibreOffice shows 1 and 0 unless told. */
const TRUTH = '"TRUE";"TRUE";"FALSE"'

/** Where the cells and the pictures of a sheet come from. */
export interface FileSource {
  rows(sheet: SheetLooks): AsyncIterable<{ first: number; rows: readonly RowLooks[] }>
  chartPictures(sheet: SheetLooks): Promise<readonly PlacedPicture[]>
}

type WorkbookWriter = InstanceType<typeof stream.xlsx.WorkbookWriter>
type StreamedSheet = ReturnType<WorkbookWriter['addWorksheet']>

/** What all sheets of a file share. */
interface FileContext {
  names: ReadonlyMap<number, string>
  styleOf: ReturnType<typeof styleMaker>
  choices: Choices
  /** Those of the sheet that is being written. */
  bars: PlacedBar[]
}

/** The sheets as an .xlsx file on disk, streamed block by block: of a large sheet only a block is held. Gives how many rows show anything. */
export async function writeXlsx(
  file: string,
  sheets: readonly SheetLooks[],
  source: FileSource,
): Promise<{ rows: number; pictures: number }> {
  const { default: exceljs } = await import('exceljs')
  const writer = new exceljs.stream.xlsx.WorkbookWriter({ filename: file, useStyles: true })
  const addPictures = pictureWriter(writer)
  const names = sheetNames(sheets)
  const byTitle = new Map(sheets.map(({ title, sheetId, rowCount }) => [title, { name: names.get(sheetId)!, rowCount }]))
  const context: FileContext = { names, styleOf: styleMaker(), choices: gatherChoices((title) => byTitle.get(title)), bars: [] }
  // The first tab that shows is the open one.
  writer.views = [
    {
      activeTab: Math.max(
        0,
        sheets.findIndex(({ hidden }) => !hidden),
      ),
    } as never,
  ]
  const written = { rows: 0, pictures: 0 }
  for (const looks of sheets) {
    const sheet = writer.addWorksheet(names.get(looks.sheetId)!, sheetOptions(looks))
    orderLinks(sheet)
    const pictures = await source.chartPictures(looks)
    addPictures(sheet, pictures)
    written.pictures += pictures.length
    written.rows += await writeSheet(sheet, looks, source, context)
    sheet.commit()
  }
  writeLists(writer, context.choices.lists)
  await writer.commit()
  return written
}

async function writeSheet(sheet: StreamedSheet, looks: SheetLooks, source: FileSource, context: FileContext): Promise<number> {
  sheet.columns = looks.columns.map(({ widthPx, hidden }) => ({ width: charactersOf(widthPx), hidden }))
  const merges = looks.merges.map((range) => closed(range, looks))
  for (const { startRowIndex: top, endRowIndex: bottom, startColumnIndex: left, endColumnIndex: right } of merges)
    sheet.mergeCells(top + 1, left + 1, bottom, right)
  let rows = 0
  for await (const block of source.rows(looks)) {
    for (const [index, row] of block.rows.entries()) {
      const at = block.first + index
      if (row.cells.length === 0 && row.heightPx === USUAL_HEIGHT_PX && !row.hidden) continue
      writeRow(sheet, at, { ...row, heightPx: rowHeightPx(row, looks.columns) }, block, merges, context)
      if (row.cells.some((cell) => cellContent(cell) !== null)) rows++
    }
  }
  if (looks.filter) sheet.autoFilter = rangeName(looks.filter, looks)
  addBars(sheet, context.bars.splice(0))
  for (const colouring of colouringsInFile(looks)) sheet.addConditionalFormatting(colouring)
  const { model } = (sheet as unknown as { dataValidations: { model: Record<string, unknown> } }).dataValidations
  for (const [range, validation] of context.choices.take()) model[range] = validation
  return rows
}

function writeRow(
  sheet: StreamedSheet,
  at: number,
  { cells, heightPx, hidden }: RowLooks,
  block: { first: number; rows: readonly RowLooks[] },
  merges: readonly Required<GridRange>[],
  context: FileContext,
): void {
  const row = sheet.getRow(at + 1)
  if (heightPx !== USUAL_HEIGHT_PX) row.height = pointsOf(heightPx)
  row.hidden = hidden
  const here = merges.filter(({ startRowIndex, endRowIndex }) => startRowIndex <= at && at < endRowIndex)
  for (const [column, cell] of cells.entries()) {
    const { dataValidation } = cell
    if (dataValidation) context.choices.add(at, column, dataValidation)
    if (isCovered(at, column, here) || Object.keys(cell).length === 0) continue
    writeCell(sheet, row, at, column, cell, block, context)
  }
  row.commit()
}

function writeCell(
  sheet: StreamedSheet,
  row: Row,
  at: number,
  column: number,
  looks: CellLooks,
  block: { first: number; rows: readonly RowLooks[] },
  { names, styleOf, bars }: FileContext,
): void {
  const cell = row.getCell(column + 1)
  const link = linkOf(looks)
  const bar = barIn(looks)
  const style = styleOf(looks, link !== null)
  if (bar) {
    // Over the cell's own number, which a format of nothing but separators hides.
    cell.value = block.rows[bar.row - block.first]?.cells[bar.column]?.effectiveValue?.numberValue ?? null
    cell.style = { ...style, numFmt: ';;;' }
    bars.push({ cell: cellName(at, column), most: bar.most, colour: bar.colour })
    return
  }
  cell.value = cellContent(looks)
  cell.style = typeof cell.value === 'boolean' ? { ...style, numFmt: TRUTH } : style
  if (looks.note) cell.note = fileText(looks.note)
  if (link === null) return
  if ('address' in link) linkOutside(sheet, cellName(at, column), link.address)
  else if (names.has(link.sheetId))
    linkWithin(sheet, cellName(at, column), `${quotedTitle(names.get(link.sheetId)!)}!${link.cell}`)
}

const isCovered = (row: number, column: number, merges: readonly Required<GridRange>[]): boolean =>
  merges.some(
    ({ startRowIndex, startColumnIndex, endColumnIndex }) =>
      startColumnIndex <= column && column < endColumnIndex && (row > startRowIndex || column > startColumnIndex),
  )

/** The range with its open ends where the sheet ends. */
const closed = (range: GridRange, { rowCount, columnCount }: SheetLooks): Required<GridRange> => ({
  sheetId: range.sheetId,
  startRowIndex: range.startRowIndex ?? 0,
  endRowIndex: range.endRowIndex ?? rowCount,
  startColumnIndex: range.startColumnIndex ?? 0,
  endColumnIndex: range.endColumnIndex ?? columnCount,
})

/** Lists that are too long for a rule stand in a sheet that nobody sees, one a column. */
function writeLists(writer: WorkbookWriter, lists: readonly (readonly string[])[]): void {
  if (lists.length === 0) return
  const sheet = writer.addWorksheet(LISTS_SHEET, { state: 'veryHidden' })
  const most = Math.max(...lists.map((list) => list.length))
  for (let row = 0; row < most; row++) sheet.addRow(lists.map((list) => list[row] ?? null)).commit()
  sheet.commit()
}
