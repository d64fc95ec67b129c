import { RangeValue, type Value } from './arrays.ts'
import type { Reference } from './cell-references.ts'
import type { Scope } from './function-spec.ts'
import { FormulaError, type FormulaValue } from './values.ts'
import type { CellRange, FormulaWorld } from './world.ts'

/** Whether the reference reaches down to the end of the sheet. */
export function isOpenBelow({ last }: Reference): boolean {
  return last !== undefined && last.row === undefined
}

/** Cells of a reference; where it is open below they are read to `extent`, or as far as the sheet is used. Throws #REF!. */
export function rangeOfReference(
  reference: Reference,
  scope: Pick<Scope, 'world' | 'at'>,
  extent: number | undefined,
): RangeValue {
  const { world, at } = scope
  const sheetId = reference.sheet === undefined ? at.sheetId : world.sheetIdOf(reference.sheet)
  if (sheetId === undefined) throw new FormulaError('REF', `Unresolved sheet name '${reference.sheet}'.`)
  const { first, last = first } = reference
  const [startRow, endRow] = bounds(first.row, last.row, world.rowCount(sheetId))
  const [startColumn, endColumn] = bounds(first.column, last.column, world.columnCount(sheetId))
  if (startRow >= endRow || startColumn >= endColumn) throw new FormulaError('REF', 'Reference does not exist.')
  const range = { sheetId, startRow, endRow, startColumn, endColumn }
  return new RangeValue(world, range, isOpenBelow(reference) ? readRows(world, range, extent) : endRow - startRow)
}

/** Half-open bounds inside the grid; a side that one corner leaves out reaches to the end. */
function bounds(first: number | undefined, last: number | undefined, size: number): [number, number] {
  if (first === undefined && last === undefined) return [0, size]
  if (first === undefined || last === undefined) return [first ?? last ?? 0, size]
  return [Math.min(first, last), Math.min(Math.max(first, last) + 1, size)]
}

function readRows(world: FormulaWorld, { sheetId, startRow, endRow }: CellRange, extent: number | undefined): number {
  return Math.max(1, Math.min(extent ?? world.usedRows(sheetId), endRow) - startRow)
}

/** The smallest range that holds both sides of `:`. */
export function rangeBetween(sides: readonly Value[], { world }: Scope): RangeValue {
  const ranges = sides.map((side) => {
    if (side instanceof FormulaError) throw side
    if (!(side instanceof RangeValue)) throw new FormulaError('VALUE', 'A range is expected.')
    return side.range
  })
  const sheetId = ranges[0]?.sheetId ?? 0
  if (ranges.some((range) => range.sheetId !== sheetId)) throw new FormulaError('VALUE', 'The range spans sheets.')
  const least = (key: 'startRow' | 'startColumn') => Math.min(...ranges.map((range) => range[key]))
  const most = (key: 'endRow' | 'endColumn') => Math.max(...ranges.map((range) => range[key]))
  const range = {
    sheetId,
    startRow: least('startRow'),
    endRow: most('endRow'),
    startColumn: least('startColumn'),
    endColumn: most('endColumn'),
  }
  return new RangeValue(
    world,
    range,
    Math.min(range.endRow, Math.max(world.usedRows(sheetId), range.startRow + 1)) - range.startRow,
  )
}

/** The one cell of the range that lies in the formula's row or column; throws #VALUE! when there is none. */
export function intersect(value: RangeValue, { at }: Pick<Scope, 'at'>): FormulaValue {
  const { range } = value
  const oneRow = range.endRow - range.startRow === 1
  const oneColumn = range.endColumn - range.startColumn === 1
  if (value.spills || (oneRow && oneColumn)) return value.at(0, 0)
  if (oneColumn && at.row >= range.startRow && at.row < range.endRow) return value.at(at.row - range.startRow, 0)
  if (oneRow && at.column >= range.startColumn && at.column < range.endColumn) return value.at(0, at.column - range.startColumn)
  throw new FormulaError('VALUE', 'An array value could not be found.')
}
