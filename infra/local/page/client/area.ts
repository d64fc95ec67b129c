import type { Area } from '../protocol.ts'
import type { Place } from './selection.ts'

export const contains = (area: Area, { row, column }: Place): boolean =>
  row >= area.startRow && row < area.endRow && column >= area.startColumn && column < area.endColumn

export const overlaps = (one: Area, other: Area): boolean =>
  one.startRow < other.endRow &&
  other.startRow < one.endRow &&
  one.startColumn < other.endColumn &&
  other.startColumn < one.endColumn

/** The smallest area that holds both. */
export const union = (one: Area, other: Area): Area => ({
  startRow: Math.min(one.startRow, other.startRow),
  endRow: Math.max(one.endRow, other.endRow),
  startColumn: Math.min(one.startColumn, other.startColumn),
  endColumn: Math.max(one.endColumn, other.endColumn),
})

export const isSameArea = (one: Area, other: Area): boolean =>
  one.startRow === other.startRow &&
  one.endRow === other.endRow &&
  one.startColumn === other.startColumn &&
  one.endColumn === other.endColumn

/** The source stretched to the place, along the axis on which it is farther away; null where the place lies within. */
export function fillArea(source: Area, { row, column }: Place): Area | null {
  const down = row >= source.endRow ? row + 1 - source.endRow : row < source.startRow ? row - source.startRow : 0
  const right =
    column >= source.endColumn ? column + 1 - source.endColumn : column < source.startColumn ? column - source.startColumn : 0
  if (down === 0 && right === 0) return null
  if (Math.abs(down) >= Math.abs(right))
    return down > 0 ? { ...source, endRow: source.endRow + down } : { ...source, startRow: source.startRow + down }
  return right > 0 ? { ...source, endColumn: source.endColumn + right } : { ...source, startColumn: source.startColumn + right }
}

/** The area without the rows below those in use, except its first. */
export const usedPart = (area: Area, usedRows: number | undefined): Area => ({
  ...area,
  endRow: Math.min(area.endRow, Math.max(area.startRow + 1, usedRows ?? area.endRow)),
})
