import { Refusal } from './errors.ts'

/** A range as the API writes it: half open, an absent side is unbounded. Inside the emulator `sheetId` is always there. */
export interface GridRange {
  readonly sheetId: number
  readonly startRowIndex?: number | undefined
  readonly endRowIndex?: number | undefined
  readonly startColumnIndex?: number | undefined
  readonly endColumnIndex?: number | undefined
}

/** Rows or columns of a sheet, half open. */
export interface DimensionRange {
  readonly sheetId: number
  readonly dimension: Dimension
  readonly startIndex?: number | undefined
  readonly endIndex?: number | undefined
}

export type Dimension = 'ROWS' | 'COLUMNS'

/** A bounded, half-open rectangle of one sheet. */
export interface Area {
  readonly startRow: number
  readonly endRow: number
  readonly startColumn: number
  readonly endColumn: number
}

export interface Size {
  readonly rowCount: number
  readonly columnCount: number
}

/** The part of the range that lies in the grid. */
export function areaOf(range: Partial<GridRange>, size: Size): Area {
  return {
    startRow: Math.min(range.startRowIndex ?? 0, size.rowCount),
    endRow: Math.min(range.endRowIndex ?? size.rowCount, size.rowCount),
    startColumn: Math.min(range.startColumnIndex ?? 0, size.columnCount),
    endColumn: Math.min(range.endColumnIndex ?? size.columnCount, size.columnCount),
  }
}

export function rangeOf(sheetId: number, area: Area): GridRange {
  return {
    sheetId,
    startRowIndex: area.startRow,
    endRowIndex: area.endRow,
    startColumnIndex: area.startColumn,
    endColumnIndex: area.endColumn,
  }
}

export function overlaps(one: Area, other: Area): boolean {
  return (
    one.startRow < other.endRow &&
    other.startRow < one.endRow &&
    one.startColumn < other.endColumn &&
    other.startColumn < one.endColumn
  )
}

/** Whether `outer` covers `inner` wholly. */
export function covers(outer: Area, inner: Area): boolean {
  return (
    outer.startRow <= inner.startRow &&
    outer.endRow >= inner.endRow &&
    outer.startColumn <= inner.startColumn &&
    outer.endColumn >= inner.endColumn
  )
}

/** Start and end of rows or columns, bounded by the grid; throws a Refusal when they are not inside it. */
export function spanOf(range: Partial<DimensionRange>, size: Size): { start: number; end: number } {
  const limit = range.dimension === 'COLUMNS' ? size.columnCount : size.rowCount
  const start = range.startIndex ?? 0
  const end = range.endIndex ?? limit
  const name = range.dimension === 'COLUMNS' ? 'column' : 'row'
  if (start < 0 || start >= limit)
    throw new Refusal(
      `Cannot access a ${name} that doesn't exist. Tried to access ${name} index ${start} on a sheet with ${limit} ${name}s.`,
    )
  if (end <= start) throw new Refusal(`range.endIndex[${end}] must be after range.startIndex[${start}]`)
  if (end > limit)
    throw new Refusal(
      `Cannot access a ${name} that doesn't exist. Tried to access ${name} index ${end - 1} on a sheet with ${limit} ${name}s.`,
    )
  return { start, end }
}
