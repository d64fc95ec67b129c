import { copied } from '../move-cells.ts'
import type { GridRange } from '../ranges.ts'
import { editable, located, type RequestContext } from './context.ts'
import { type PasteType, pasted } from './paste-cell.ts'

interface Request {
  readonly source?: GridRange
  readonly destination?: GridRange
  readonly pasteType?: PasteType
  readonly pasteOrientation?: 'NORMAL' | 'TRANSPOSE'
}

/** Copies cells, repeated as often as they fit wholly into a larger destination. */
export function copyPaste(request: Request, context: RequestContext): undefined {
  const { sheet: from, area } = located(context, request.source)
  const turned = request.pasteOrientation === 'TRANSPOSE'
  const rows = area.endRow - area.startRow
  const columns = area.endColumn - area.startColumn
  const height = turned ? columns : rows
  const width = turned ? rows : columns
  const { sheet: to, area: wanted } = located(context, request.destination)
  const tallest = Math.max(height, Math.floor((wanted.endRow - wanted.startRow) / height) * height)
  const widest = Math.max(width, Math.floor((wanted.endColumn - wanted.startColumn) / width) * width)
  const { area: target } = editable(context, {
    sheetId: to.sheetId,
    startRowIndex: wanted.startRow,
    endRowIndex: wanted.startRow + tallest,
    startColumnIndex: wanted.startColumn,
    endColumnIndex: wanted.startColumn + widest,
  })
  const changes: [row: number, column: number, slot: ReturnType<typeof pasted>][] = []
  for (let row = target.startRow; row < target.endRow; row++) {
    for (let column = target.startColumn; column < target.endColumn; column++) {
      const down = (row - target.startRow) % height
      const right = (column - target.startColumn) % width
      const sourceRow = area.startRow + (turned ? right : down)
      const sourceColumn = area.startColumn + (turned ? down : right)
      const slot = copied(from.grid.get(sourceRow, sourceColumn), row - sourceRow, column - sourceColumn)
      const value = context.spreadsheet.calculation.value(from, sourceRow, sourceColumn)
      changes.push([row, column, pasted(to.grid.get(row, column), slot, value, request.pasteType)])
    }
  }
  for (const [row, column, slot] of changes) to.grid.set(row, column, slot)
}
