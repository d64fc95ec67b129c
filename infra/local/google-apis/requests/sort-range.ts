import type { CellValue } from '../calculation.ts'
import { FormulaError } from '../formulas/values.ts'
import { localeRules } from '../locale.ts'
import { copied, slotsOf } from '../move-cells.ts'
import type { Area, GridRange } from '../ranges.ts'
import type { Sheet } from '../sheet.ts'
import type { Spreadsheet } from '../spreadsheet.ts'
import { editable, type RequestContext } from './context.ts'

interface SortSpec {
  readonly dimensionIndex?: number
  readonly sortOrder?: 'ASCENDING' | 'DESCENDING'
}

/** Sorts the rows of a range. Sorting over the sheet's full width moves whole rows, so their developer metadata goes with them. */
export function sortRange(request: { range?: GridRange; sortSpecs?: readonly SortSpec[] }, context: RequestContext): undefined {
  const { spreadsheet } = context
  const { sheet, area } = editable(context, request.range)
  const order = sortedRows(spreadsheet, sheet, area, request.sortSpecs ?? [])
  const slots = slotsOf(sheet.grid, area)
  for (const [target, source] of order.entries()) {
    for (const [right, slot] of (slots[source] ?? []).entries()) {
      sheet.grid.set(area.startRow + target, area.startColumn + right, copied(slot, target - source, 0))
    }
  }
  if (area.startColumn === 0 && area.endColumn === sheet.grid.columnCount) moveMetadata(spreadsheet, sheet, area, order)
}

function sortedRows(spreadsheet: Spreadsheet, sheet: Sheet, area: Area, specs: readonly SortSpec[]): number[] {
  const { compare } = new Intl.Collator(localeRules(spreadsheet.locale).tag, { sensitivity: 'accent' })
  const rows = Array.from({ length: area.endRow - area.startRow }, (_, offset) => offset)
  const keys = rows.map((offset) =>
    specs.map(({ dimensionIndex = 0 }) => spreadsheet.calculation.value(sheet, area.startRow + offset, dimensionIndex)),
  )
  return rows.sort((one, other) => {
    for (const [index, { sortOrder }] of specs.entries()) {
      const difference = compareValues(
        keys[one]?.[index] ?? null,
        keys[other]?.[index] ?? null,
        sortOrder === 'DESCENDING',
        compare,
      )
      if (difference !== 0) return difference
    }
    return one - other
  })
}

/** Numbers, then texts, booleans, errors; empty cells come last whichever the direction. */
function compareValues(one: CellValue, other: CellValue, descending: boolean, compare: (a: string, b: string) => number): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  const rank = (value: CellValue) =>
    value instanceof FormulaError ? 3 : typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2
  let difference = rank(one) - rank(other)
  if (difference === 0 && typeof one === 'string' && typeof other === 'string') difference = compare(one, other)
  else if (difference === 0 && !(one instanceof FormulaError)) difference = Number(one) - Number(other)
  return descending ? -difference : difference
}

function moveMetadata(spreadsheet: Spreadsheet, sheet: Sheet, area: Area, order: readonly number[]): void {
  spreadsheet.developerMetadata = spreadsheet.developerMetadata.map((entry) => {
    const range = entry.location.dimensionRange
    if (range?.sheetId !== sheet.sheetId || range.dimension !== 'ROWS') return entry
    if (range.startIndex < area.startRow || range.startIndex >= area.endRow) return entry
    const startIndex = area.startRow + order.indexOf(range.startIndex - area.startRow)
    return { ...entry, location: { ...entry.location, dimensionRange: { ...range, startIndex, endIndex: startIndex + 1 } } }
  })
}
