import { slotsOf, wipe } from '../move-cells.ts'
import type { GridRange } from '../ranges.ts'
import { editable, type RequestContext } from './context.ts'
import { type PasteType, pasted } from './paste-cell.ts'

interface Request {
  readonly source?: GridRange
  readonly destination?: { readonly sheetId?: number; readonly rowIndex?: number; readonly columnIndex?: number }
  readonly pasteType?: PasteType
}

/** Moves cells; formulas move unchanged. */
export function cutPaste(request: Request, context: RequestContext): undefined {
  const { sheet: from, area } = editable(context, request.source)
  const { sheetId = 0, rowIndex = 0, columnIndex = 0 } = request.destination ?? {}
  const { sheet: to, area: target } = editable(context, {
    sheetId,
    startRowIndex: rowIndex,
    endRowIndex: rowIndex + area.endRow - area.startRow,
    startColumnIndex: columnIndex,
    endColumnIndex: columnIndex + area.endColumn - area.startColumn,
  })
  const { calculation } = context.spreadsheet
  const slots = slotsOf(from.grid, area)
  const values = slots.map((line, down) =>
    line.map((_, right) => calculation.value(from, area.startRow + down, area.startColumn + right)),
  )
  wipe(from.grid, area)
  for (const [down, line] of slots.entries()) {
    for (const [right, slot] of line.entries()) {
      const row = target.startRow + down
      const column = target.startColumn + right
      to.grid.set(row, column, pasted(to.grid.get(row, column), slot, values[down]?.[right] ?? null, request.pasteType))
    }
  }
}
