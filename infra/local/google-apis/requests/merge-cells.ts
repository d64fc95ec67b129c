import { withContent } from '../cell.ts'
import { Refusal } from '../errors.ts'
import { type Area, areaOf, covers, type GridRange, overlaps, rangeOf } from '../ranges.ts'
import { editable, type RequestContext } from './context.ts'

type MergeType = 'MERGE_ALL' | 'MERGE_COLUMNS' | 'MERGE_ROWS'

/** Merges cells; only the upper left one keeps its value. Merges inside the range give way, half-covered ones are refused. */
export function mergeCells(request: { range?: GridRange; mergeType?: MergeType }, context: RequestContext): undefined {
  const { sheet, area } = editable(context, request.range)
  const others = sheet.parts.merges.filter((merge) => {
    const old = areaOf(merge, sheet.grid)
    if (!overlaps(old, area)) return true
    if (!covers(area, old)) throw new Refusal('You must select all cells in a merged range to merge or unmerge them.')
    return false
  })
  const pieces = piecesOf(area, request.mergeType ?? 'MERGE_ALL').filter(isMany)
  for (const piece of pieces) {
    for (let row = piece.startRow; row < piece.endRow; row++) {
      for (let column = piece.startColumn; column < piece.endColumn; column++) {
        if (row === piece.startRow && column === piece.startColumn) continue
        sheet.grid.set(row, column, withContent(sheet.grid.get(row, column), {}))
      }
    }
  }
  sheet.setParts({ merges: [...others, ...pieces.map((piece) => rangeOf(sheet.sheetId, piece))] })
}

function isMany(area: Area): boolean {
  return area.endRow - area.startRow > 1 || area.endColumn - area.startColumn > 1
}

function piecesOf(area: Area, type: MergeType): Area[] {
  if (type === 'MERGE_ALL') return [area]
  if (type === 'MERGE_ROWS') {
    return Array.from({ length: area.endRow - area.startRow }, (_, down) => ({
      ...area,
      startRow: area.startRow + down,
      endRow: area.startRow + down + 1,
    }))
  }
  return Array.from({ length: area.endColumn - area.startColumn }, (_, right) => ({
    ...area,
    startColumn: area.startColumn + right,
    endColumn: area.startColumn + right + 1,
  }))
}
