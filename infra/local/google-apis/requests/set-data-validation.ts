import { asCell, asSlot } from '../cell.ts'
import type { JsonObject } from '../json.ts'
import type { GridRange } from '../ranges.ts'
import { editable, type RequestContext } from './context.ts'

/** Gives the cells a validation rule, or takes theirs away when there is none. */
export function setDataValidation(request: { range?: GridRange; rule?: JsonObject }, context: RequestContext): undefined {
  const { sheet, area } = editable(context, request.range)
  for (let row = area.startRow; row < area.endRow; row++) {
    for (let column = area.startColumn; column < area.endColumn; column++) {
      sheet.grid.set(row, column, asSlot({ ...asCell(sheet.grid.get(row, column)), validation: request.rule }))
    }
  }
}
