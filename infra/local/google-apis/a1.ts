import { Refusal } from './errors.ts'
import type { Area, GridRange } from './ranges.ts'
import type { Sheet } from './sheet.ts'
import type { Spreadsheet } from './spreadsheet.ts'

/** A range named in A1 notation: open sides are undefined. */
export interface NamedArea {
  readonly sheet: Sheet
  readonly startRow: number | undefined
  readonly endRow: number | undefined
  readonly startColumn: number | undefined
  readonly endColumn: number | undefined
}

export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

export function columnIndex(letters: string): number {
  let index = 0
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64
  return index - 1
}

const BARE_TITLE = /^[\p{L}_][\p{L}\p{N}_]*$/u
const LOOKS_LIKE_A_CELL = /^([a-z]{1,3}\d+|r\d*c\d*|true|false)$/i

/** The title as it stands before `!`: quoted unless it is a plain word that can't be taken for a cell. */
export function quotedTitle(title: string): string {
  if (BARE_TITLE.test(title) && !LOOKS_LIKE_A_CELL.test(title)) return title
  return `'${title.replaceAll("'", "''")}'`
}

/** `Sheet1!A1:C6`, or `Sheet1!A1` for a single cell. */
export function areaText(title: string, area: Area): string {
  const first = `${columnLetters(area.startColumn)}${area.startRow + 1}`
  const last = `${columnLetters(area.endColumn - 1)}${area.endRow}`
  return `${quotedTitle(title)}!${first === last ? first : `${first}:${last}`}`
}

const CELLS = /^\$?([a-z]{1,3})?\$?(\d+)?(?::\$?([a-z]{1,3})?\$?(\d+)?)?$/i

/** Reads A1 notation, a sheet's title or a named range; throws a Refusal when it is none of them. */
export function parseRange(text: string, spreadsheet: Spreadsheet): NamedArea {
  const whole = unquoted(text)
  const cells = parseCells(text)
  const titled = whole !== undefined || !cells ? spreadsheet.sheetTitled(whole ?? text) : undefined
  if (titled) return { sheet: titled, ...OPEN }
  const bang = text.lastIndexOf('!')
  if (bang >= 0) {
    const name = text.slice(0, bang)
    const sheet = spreadsheet.sheetTitled(unquoted(name) ?? name)
    const there = sheet && parseCells(text.slice(bang + 1))
    if (there) return { sheet, ...there }
    throw unreadable(text)
  }
  const first = spreadsheet.sheets[0]
  if (first && cells) return { sheet: first, ...cells }
  return namedRange(text, spreadsheet)
}

const OPEN = { startRow: undefined, endRow: undefined, startColumn: undefined, endColumn: undefined }

function unreadable(text: string): Refusal {
  return new Refusal(`Unable to parse range: ${text}`)
}

function unquoted(text: string): string | undefined {
  return /^'(?:[^']|'')*'$/.test(text) ? text.slice(1, -1).replaceAll("''", "'") : undefined
}

function namedRange(text: string, spreadsheet: Spreadsheet): NamedArea {
  const named = spreadsheet.namedRanges.find(({ name }) => name.toLowerCase() === text.toLowerCase())
  if (!named) throw unreadable(text)
  return areaOfRange(spreadsheet, named.range)
}

/** A range as the API writes it; throws a Refusal when its sheet is not there. */
export function areaOfRange(spreadsheet: Spreadsheet, range: Partial<GridRange>): NamedArea {
  return {
    sheet: spreadsheet.sheet(range.sheetId),
    startRow: range.startRowIndex,
    endRow: range.endRowIndex,
    startColumn: range.startColumnIndex,
    endColumn: range.endColumnIndex,
  }
}

function parseCells(text: string): Omit<NamedArea, 'sheet'> | undefined {
  const match = CELLS.exec(text)
  if (!match || text === '' || text === ':') return undefined
  const [, letters1, digits1, letters2, digits2] = match
  const column1 = letters1 === undefined ? undefined : columnIndex(letters1)
  const row1 = digits1 === undefined ? undefined : Number(digits1) - 1
  if (row1 === -1 || digits2 === '0') return undefined
  if (!text.includes(':')) {
    if (column1 === undefined || row1 === undefined) return undefined
    return { startRow: row1, endRow: row1 + 1, startColumn: column1, endColumn: column1 + 1 }
  }
  const column2 = letters2 === undefined ? undefined : columnIndex(letters2)
  const row2 = digits2 === undefined ? undefined : Number(digits2) - 1
  if (column2 === undefined && row2 === undefined) return undefined
  const [startRow, endRow] = ordered(row1, row2)
  const [startColumn, endColumn] = ordered(column1, column2)
  return { startRow, endRow, startColumn, endColumn }
}

/** Half-open bounds of two corners; `A1:1` and `A1:C` are open on the side that the second corner leaves out. */
function ordered(one: number | undefined, other: number | undefined): [number | undefined, number | undefined] {
  if (one === undefined) return [other === undefined ? undefined : 0, other === undefined ? undefined : other + 1]
  if (other === undefined) return [one, undefined]
  return [Math.min(one, other), Math.max(one, other) + 1]
}

/** The area inside the grid; a start outside of it is refused, an end outside of it is cut. */
export function clipped(named: NamedArea): Area {
  const { rowCount, columnCount } = named.sheet.grid
  const startRow = named.startRow ?? 0
  const startColumn = named.startColumn ?? 0
  if (startRow >= rowCount || startColumn >= columnCount) throw exceedsGrid(named)
  return {
    startRow,
    startColumn,
    endRow: Math.min(named.endRow ?? rowCount, rowCount),
    endColumn: Math.min(named.endColumn ?? columnCount, columnCount),
  }
}

export function exceedsGrid({ sheet, ...area }: NamedArea): Refusal {
  const { rowCount, columnCount } = sheet.grid
  const text = areaText(sheet.title, {
    startRow: area.startRow ?? 0,
    endRow: area.endRow ?? rowCount,
    startColumn: area.startColumn ?? 0,
    endColumn: area.endColumn ?? columnCount,
  })
  return new Refusal(`Range (${text}) exceeds grid limits. Max rows: ${rowCount}, max columns: ${columnCount}`)
}
