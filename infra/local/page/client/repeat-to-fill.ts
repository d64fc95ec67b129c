import type { Area } from '../protocol.ts'

/** Rows of the block, counted as often as they would stand in the area. */
const MOST_REPEATED = 20_000

/** A single copied cell, or a block that fits several times, fills the area; any other block, or too large an area, leaves it as it is. */
export function repeatToFill(rows: string[][], { startRow, endRow, startColumn, endColumn }: Area): string[][] {
  const width = rows.reduce((widest, { length }) => Math.max(widest, length), 0)
  const [tall, wide] = [endRow - startRow, endColumn - startColumn]
  const [down, right] = [tall % rows.length === 0 ? tall / rows.length : 1, wide % width === 0 ? wide / width : 1]
  if (down * right * rows.length > MOST_REPEATED) return rows
  return Array.from({ length: rows.length * down }, (_, row) =>
    Array.from({ length: width * right }, (_, column) => rows[row % rows.length]![column % width] ?? ''),
  )
}
