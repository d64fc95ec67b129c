import { normaliseColours } from '../colours.ts'
import { applyDimensionEdit, mapFormulas } from '../dimension-edit.ts'
import { Refusal } from '../errors.ts'
import { renameSheetReferences } from '../formulas/references.ts'
import { isObject, type JsonObject, valueAt, withPaths } from '../json.ts'
import { assertSheetEditable } from '../protection.ts'
import type { Dimension } from '../ranges.ts'
import type { Sheet } from '../sheet.ts'
import { checkedTitle, type SheetRequest } from '../sheets/create-sheet.ts'
import type { Spreadsheet } from '../spreadsheet.ts'
import { fieldPaths, type RequestContext } from './context.ts'

const COLOURS = ['tabColor', 'tabColorStyle']

export function updateSheetProperties(
  request: { properties?: SheetRequest; fields?: string },
  { spreadsheet, caller }: RequestContext,
): undefined {
  const paths = fieldPaths('SheetProperties', request.fields).flatMap((path) =>
    COLOURS.includes(path.split('.')[0]!) ? COLOURS : [path],
  )
  const given = normaliseColours(request.properties ?? {}) as SheetRequest
  const sheet = spreadsheet.sheet(given.sheetId)
  assertSheetEditable(sheet, caller)
  const all = paths.includes('*')
  const asked = (path: string) => all || paths.some((own) => own === path || path.startsWith(`${own}.`))
  if (asked('title') && (!all || given.title !== undefined)) rename(spreadsheet, sheet, given.title ?? '')
  if (asked('index') && given.index !== undefined) reorder(spreadsheet, sheet, given.index)
  sheet.appearance = withPaths(
    sheet.appearance,
    appearanceOf(given),
    paths.filter((path) => !isOwn(path)),
  )
  updateGrid(spreadsheet, sheet, given.gridProperties ?? {}, paths)
  if (spreadsheet.sheets.every((other) => other.hidden)) throw new Refusal("You can't hide all the sheets in a document.")
}

const isOwn = (path: string) => /^(sheetId|title|index|sheetType|gridProperties)(\.|$)/.test(path)

function appearanceOf({
  sheetId: _id,
  title: _title,
  index: _index,
  sheetType: _type,
  gridProperties: _grid,
  ...rest
}: SheetRequest): JsonObject {
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== false))
}

function rename(spreadsheet: Spreadsheet, sheet: Sheet, title: string): void {
  const old = sheet.title
  sheet.title = checkedTitle(spreadsheet, title, sheet)
  if (old === title) return
  for (const other of spreadsheet.sheets) mapFormulas(other, (formula) => renameSheetReferences(formula, old, title))
}

/** The index counts the sheets as they stand before the move. */
function reorder(spreadsheet: Spreadsheet, sheet: Sheet, index: number): void {
  const from = spreadsheet.sheets.indexOf(sheet)
  const rest = spreadsheet.sheets.filter((other) => other !== sheet)
  spreadsheet.sheets = rest.toSpliced(index > from ? index - 1 : index, 0, sheet)
}

function updateGrid(spreadsheet: Spreadsheet, sheet: Sheet, given: JsonObject, paths: readonly string[]): void {
  const whole = paths.includes('*') || paths.includes('gridProperties')
  const named = paths.filter((path) => path.startsWith('gridProperties.')).map((path) => path.slice('gridProperties.'.length))
  const wanted = whole ? Object.keys(given) : named
  for (const [path, dimension] of [
    ['rowCount', 'ROWS'],
    ['columnCount', 'COLUMNS'],
  ] as const) {
    const count = given[path]
    if (wanted.includes(path)) resize(spreadsheet, sheet, dimension, typeof count === 'number' ? count : 0)
  }
  const appearance = wanted.filter((path) => path !== 'rowCount' && path !== 'columnCount')
  const shown = isObject(given) ? Object.fromEntries(appearance.map((path) => [path, valueAt(given, path) || undefined])) : {}
  const kept = whole ? {} : sheet.gridAppearance
  sheet.gridAppearance = withPaths(kept, shown, appearance)
  checkFrozen(sheet)
}

function resize(spreadsheet: Spreadsheet, sheet: Sheet, dimension: Dimension, count: number): void {
  const { grid, sheetId } = sheet
  const now = dimension === 'ROWS' ? grid.rowCount : grid.columnCount
  if (count < 1) throw new Refusal('The grid must have at least one row and one column.')
  if (count < now) applyDimensionEdit(spreadsheet, sheet, { sheetId, dimension, kind: 'delete', start: count, end: now })
  else if (dimension === 'ROWS') grid.resize(count, grid.columnCount)
  else grid.resize(grid.rowCount, count)
}

function checkFrozen(sheet: Sheet): void {
  const { frozenRowCount = 0, frozenColumnCount = 0 } = sheet.gridAppearance
  if (Number(frozenRowCount) >= sheet.grid.rowCount) throw new Refusal("You can't freeze all visible rows on the sheet.")
  if (Number(frozenColumnCount) >= sheet.grid.columnCount) throw new Refusal("You can't freeze all visible columns on the sheet.")
}
