import { cellFields, withCellData } from '../cell-data.ts'
import { Refusal } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import type { GridRange } from '../ranges.ts'
import { editable, fieldPaths, type RequestContext } from './context.ts'

interface Request {
  readonly rows?: readonly { readonly values?: readonly JsonObject[] }[]
  readonly fields?: string
  readonly start?: { readonly sheetId?: number; readonly rowIndex?: number; readonly columnIndex?: number }
  readonly range?: GridRange
}

/** Writes cells from a start or into a range; in a range, cells beyond the given rows lose the listed fields. */
export function updateCells(request: Request, context: RequestContext): undefined {
  const fields = cellFields(fieldPaths('CellData', request.fields))
  const rows = request.rows ?? []
  const { sheet, area } = editable(context, request.range ?? fromStart(request.start, rows))
  const width = Math.max(0, ...rows.map((row) => row.values?.length ?? 0))
  if (request.range && (rows.length > area.endRow - area.startRow || width > area.endColumn - area.startColumn)) {
    throw new Refusal('Attempting to write more cells than the range holds.')
  }
  for (let row = area.startRow; row < area.endRow; row++) {
    const values = rows[row - area.startRow]?.values ?? []
    const endColumn = request.range ? area.endColumn : area.startColumn + values.length
    for (let column = area.startColumn; column < endColumn; column++) {
      const data = values[column - area.startColumn] ?? {}
      sheet.grid.set(row, column, withCellData(sheet.grid.get(row, column), data, fields))
    }
  }
}

function fromStart(start: Request['start'], rows: NonNullable<Request['rows']>): GridRange {
  if (!start) throw new Refusal('Either start or range must be set.')
  const { sheetId = 0, rowIndex = 0, columnIndex = 0 } = start
  const width = Math.max(1, ...rows.map((row) => row.values?.length ?? 0))
  return {
    sheetId,
    startRowIndex: rowIndex,
    endRowIndex: rowIndex + Math.max(1, rows.length),
    startColumnIndex: columnIndex,
    endColumnIndex: columnIndex + width,
  }
}
