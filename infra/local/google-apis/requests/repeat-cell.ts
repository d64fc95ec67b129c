import { formulaOf } from '../cell.ts'
import { cellFields, withCellData } from '../cell-data.ts'
import { translateReferences } from '../formulas/references.ts'
import { isObject, type JsonObject } from '../json.ts'
import type { GridRange } from '../ranges.ts'
import { editable, fieldPaths, type RequestContext } from './context.ts'

interface Request {
  readonly range?: GridRange
  readonly cell?: JsonObject
  readonly fields?: string
}

/** Writes one cell into all cells of a range; a formula's relative references move along. */
export function repeatCell(request: Request, context: RequestContext): undefined {
  const fields = cellFields(fieldPaths('CellData', request.fields))
  const { sheet, area } = editable(context, request.range)
  const data = request.cell ?? {}
  for (let row = area.startRow; row < area.endRow; row++) {
    for (let column = area.startColumn; column < area.endColumn; column++) {
      const slot = withCellData(sheet.grid.get(row, column), data, fields)
      const formula = fields.value ? formulaOf(slot) : undefined
      const moved =
        formula === undefined ? undefined : translateReferences(formula, row - area.startRow, column - area.startColumn)
      sheet.grid.set(row, column, moved !== undefined && isObject(slot) ? { ...slot, formula: moved } : slot)
    }
  }
}
