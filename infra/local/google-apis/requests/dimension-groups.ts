import type { JsonObject } from '../json.ts'
import type { Dimension } from '../ranges.ts'
import type { Sheet } from '../sheet.ts'

/** Depth of grouping of every row or column, 0 where there is no group. */
export function depthsOf(sheet: Sheet, dimension: Dimension): number[] {
  const depths = new Array<number>(dimension === 'ROWS' ? sheet.grid.rowCount : sheet.grid.columnCount).fill(0)
  for (const group of groupsOf(sheet, dimension)) {
    const { startIndex, endIndex } = group.range as { startIndex: number; endIndex: number }
    for (let index = startIndex; index < endIndex; index++) depths[index] = Math.max(depths[index] ?? 0, Number(group.depth))
  }
  return depths
}

export function groupsOf(sheet: Sheet, dimension: Dimension): readonly JsonObject[] {
  return dimension === 'ROWS' ? sheet.parts.rowGroups : sheet.parts.columnGroups
}

/** Stores the groups that these depths mean: at each depth, every unbroken run. */
export function setDepths(sheet: Sheet, dimension: Dimension, depths: readonly number[]): void {
  const groups: JsonObject[] = []
  for (let depth = 1; depth <= Math.max(0, ...depths); depth++) {
    for (let start = depths.findIndex((own) => own >= depth); start >= 0; ) {
      const end = indexFrom(depths, start, (own) => own < depth, depths.length)
      groups.push({ range: { sheetId: sheet.sheetId, dimension, startIndex: start, endIndex: end }, depth })
      start = indexFrom(depths, end, (own) => own >= depth, -1)
    }
  }
  sheet.setParts(dimension === 'ROWS' ? { rowGroups: groups } : { columnGroups: groups })
}

function indexFrom(depths: readonly number[], from: number, test: (depth: number) => boolean, otherwise: number): number {
  for (let index = from; index < depths.length; index++) if (test(depths[index] ?? 0)) return index
  return otherwise
}
