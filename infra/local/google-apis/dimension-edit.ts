import { asCell, asSlot } from './cell.ts'
import { Refusal } from './errors.ts'
import { rewriteReferences } from './formulas/references.ts'
import type { JsonObject } from './json.ts'
import type { GridRange } from './ranges.ts'
import type { ProtectedRange, Sheet } from './sheet.ts'
import { type DimensionEdit, shiftRanges } from './shift.ts'
import type { DeveloperMetadata, NamedRange, Spreadsheet } from './spreadsheet.ts'

/** Inserts, deletes or moves rows or columns, and keeps right everything that points at cells: ranges, formulas, metadata, charts. */
export function applyDimensionEdit(spreadsheet: Spreadsheet, sheet: Sheet, edit: DimensionEdit): void {
  const { grid } = sheet
  const count = edit.end - edit.start
  if (edit.kind === 'insert') grid.insert(edit.dimension, edit.start, count)
  else if (edit.kind === 'move') grid.move(edit.dimension, edit.start, edit.end, edit.to ?? edit.start)
  else {
    const left = (edit.dimension === 'ROWS' ? grid.rowCount : grid.columnCount) - count
    if (left < 1) throw new Refusal(`You can't delete all the ${edit.dimension === 'ROWS' ? 'rows' : 'columns'} on the sheet.`)
    grid.delete(edit.dimension, edit.start, count)
  }
  shiftEverything(spreadsheet, sheet, edit)
}

function shiftEverything(spreadsheet: Spreadsheet, sheet: Sheet, edit: DimensionEdit): void {
  const shifted = (list: readonly unknown[]) => shiftRanges(list, edit) as never
  for (const other of spreadsheet.sheets) {
    const { parts } = other
    other.setParts({ charts: shifted(parts.charts) })
    rewriteFormulas(spreadsheet, other, sheet, edit)
  }
  const { parts } = sheet
  const keeping = <T extends JsonObject>(list: readonly T[], key: string) =>
    (shiftRanges(list, edit) as T[]).filter((entry) => entry[key] !== undefined && !isEmptyList(entry[key]))
  sheet.setParts({
    merges: (shifted(parts.merges) as GridRange[]).filter(isMerge),
    protectedRanges: (shiftRanges(parts.protectedRanges, edit) as ProtectedRange[]).filter(
      (range) => range.range ?? range.namedRangeId,
    ),
    conditionalFormats: keeping(parts.conditionalFormats, 'ranges'),
    filterViews: keeping(parts.filterViews, 'range'),
    bandedRanges: keeping(parts.bandedRanges, 'range'),
    rowGroups: keeping(parts.rowGroups, 'range'),
    columnGroups: keeping(parts.columnGroups, 'range'),
    basicFilter: parts.basicFilter && keeping([parts.basicFilter], 'range')[0],
  })
  spreadsheet.namedRanges = (shiftRanges(spreadsheet.namedRanges, edit) as NamedRange[]).filter(
    ({ range }) => range !== undefined,
  )
  spreadsheet.developerMetadata = (shiftRanges(spreadsheet.developerMetadata, edit) as DeveloperMetadata[]).filter(
    ({ location }) =>
      location.dimensionRange !== undefined || (location.locationType !== 'ROW' && location.locationType !== 'COLUMN'),
  )
}

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0

/** A merge that shrank to one cell is none. */
function isMerge(range: GridRange): boolean {
  const rows = (range.endRowIndex ?? 0) - (range.startRowIndex ?? 0)
  const columns = (range.endColumnIndex ?? 0) - (range.startColumnIndex ?? 0)
  return rows > 1 || columns > 1
}

function rewriteFormulas(spreadsheet: Spreadsheet, holder: Sheet, edited: Sheet, edit: DimensionEdit): void {
  const change = { ...edit, sheetTitle: edited.title, ownSheet: holder === edited }
  mapFormulas(holder, (formula) => rewriteReferences(formula, change))
  spreadsheet.calculation.forget()
}

/** Replaces every formula of the sheet by what `rewrite` makes of it. */
export function mapFormulas(sheet: Sheet, rewrite: (formula: string) => string): void {
  for (const [row, column, formula] of [...sheet.grid.formulaCells()]) {
    const rewritten = rewrite(formula)
    if (rewritten !== formula) sheet.grid.set(row, column, { ...asCell(sheet.grid.get(row, column)), formula: rewritten })
  }
}

/** Gives inserted rows or columns the formats of the line before or after them. */
export function inheritFormats(sheet: Sheet, edit: DimensionEdit, fromBefore: boolean): void {
  const { grid } = sheet
  const source = fromBefore ? edit.start - 1 : edit.end
  const byRow = edit.dimension === 'ROWS'
  const length = byRow ? (grid.cells(source)?.length ?? 0) : grid.usedRows
  for (let across = 0; across < length; across++) {
    const slot = byRow ? grid.get(source, across) : grid.get(across, source)
    const { format } = asCell(slot)
    for (let along = edit.start; format && along < edit.end; along++) {
      if (byRow) grid.set(along, across, asSlot({ format }))
      else grid.set(across, along, asSlot({ format }))
    }
  }
}
