import { asCell, asSlot, type Slot } from './cell.ts'
import { translateReferences } from './formulas/references.ts'
import type { Grid } from './grid.ts'
import type { Area, Dimension } from './ranges.ts'

/** The slots of an area, row by row. */
export function slotsOf(grid: Grid, area: Area): Slot[][] {
  return Array.from({ length: area.endRow - area.startRow }, (_, down) =>
    Array.from({ length: area.endColumn - area.startColumn }, (_, right) =>
      grid.get(area.startRow + down, area.startColumn + right),
    ),
  )
}

/** Empties every cell of the area, formats and notes included. */
export function wipe(grid: Grid, area: Area): void {
  for (let row = area.startRow; row < area.endRow; row++) {
    for (let column = area.startColumn; column < area.endColumn; column++) grid.set(row, column, undefined)
  }
}

/** Moves the cells from the area on down or right to make room, or from behind it up or left into it. */
export function shiftCells(grid: Grid, area: Area, dimension: Dimension, kind: 'insert' | 'delete'): void {
  const rows = dimension === 'ROWS'
  const size = rows ? area.endRow - area.startRow : area.endColumn - area.startColumn
  const rest = rows ? { ...area, endRow: grid.rowCount } : { ...area, endColumn: grid.columnCount }
  const skip = kind === 'delete' ? size : 0
  const from = rows ? { ...rest, startRow: area.startRow + skip } : { ...rest, startColumn: area.startColumn + skip }
  const slots = slotsOf(grid, from)
  wipe(grid, rest)
  const step = kind === 'insert' ? size : 0
  for (const [down, line] of slots.entries()) {
    for (const [right, slot] of line.entries()) {
      const row = area.startRow + down + (rows ? step : 0)
      const column = area.startColumn + right + (rows ? 0 : step)
      if (row < grid.rowCount && column < grid.columnCount) grid.set(row, column, slot)
    }
  }
}

/** The slot as it is when copied that far: relative references of its formula move along. */
export function copied(slot: Slot, down: number, right: number): Slot {
  const cell = asCell(slot)
  return cell.formula === undefined ? slot : asSlot({ ...cell, formula: translateReferences(cell.formula, down, right) })
}
