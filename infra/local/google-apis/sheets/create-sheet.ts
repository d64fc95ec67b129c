import { Refusal } from '../errors.ts'
import type { Grid } from '../grid.ts'
import type { JsonObject } from '../json.ts'
import { DEFAULT_SIZE, Sheet } from '../sheet.ts'
import type { Spreadsheet } from '../spreadsheet.ts'

/** SheetProperties in a request. */
export interface SheetRequest extends JsonObject {
  readonly sheetId?: number
  readonly title?: string
  readonly index?: number
  readonly sheetType?: string
  readonly gridProperties?: JsonObject & { readonly rowCount?: number; readonly columnCount?: number }
}

/** Puts a new sheet into the spreadsheet; a taken title or id is refused. */
export function createSheet(spreadsheet: Spreadsheet, request: SheetRequest, grid?: Grid): Sheet {
  const { sheetId, title, index, sheetType, gridProperties, ...appearance } = request
  if (sheetType !== undefined && sheetType !== 'GRID') throw new Refusal(`Sheets of type ${sheetType} can't be added.`)
  if (sheetId !== undefined && hasSheet(spreadsheet, sheetId))
    throw new Refusal(`A sheet with the ID "${sheetId}" already exists. Please enter another ID.`)
  const { rowCount = DEFAULT_SIZE.rowCount, columnCount = DEFAULT_SIZE.columnCount, ...gridAppearance } = gridProperties ?? {}
  if (rowCount < 1 || columnCount < 1) throw new Refusal('The grid must have at least one row and one column.')
  const id = sheetId ?? (spreadsheet.sheets.length === 0 ? 0 : spreadsheet.newId((candidate) => hasSheet(spreadsheet, candidate)))
  const sheet = new Sheet(id, checkedTitle(spreadsheet, title ?? freeTitle(spreadsheet)), grid ?? { rowCount, columnCount })
  sheet.appearance = appearance
  sheet.gridAppearance = gridAppearance
  spreadsheet.sheets = spreadsheet.sheets.toSpliced(index ?? spreadsheet.sheets.length, 0, sheet)
  return sheet
}

function hasSheet(spreadsheet: Spreadsheet, sheetId: number): boolean {
  return spreadsheet.sheets.some((sheet) => sheet.sheetId === sheetId)
}

/** The title, refused when it is empty, too long or another sheet's. */
export function checkedTitle(spreadsheet: Spreadsheet, title: string, own?: Sheet): string {
  if (title === '') throw new Refusal('The sheet name cannot be empty.')
  if (title.length > 100) throw new Refusal('The sheet name cannot be longer than 100 characters.')
  const holder = spreadsheet.sheetTitled(title)
  if (holder && holder !== own) throw new Refusal(`A sheet with the name "${title}" already exists. Please enter another name.`)
  return title
}

function freeTitle(spreadsheet: Spreadsheet): string {
  let number = spreadsheet.sheets.length + 1
  while (spreadsheet.sheetTitled(`Sheet${number}`)) number++
  return `Sheet${number}`
}

/** `Copy of X`, with a number when that is taken. */
export function copyTitle(spreadsheet: Spreadsheet, title: string): string {
  const base = `Copy of ${title}`
  if (!spreadsheet.sheetTitled(base)) return base
  let number = 2
  while (spreadsheet.sheetTitled(`${base} ${number}`)) number++
  return `${base} ${number}`
}
