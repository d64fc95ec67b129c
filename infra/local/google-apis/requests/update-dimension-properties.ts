import { defined, type JsonObject, withPaths } from '../json.ts'
import { type DimensionRange, spanOf } from '../ranges.ts'
import { fieldPaths, type RequestContext } from './context.ts'

interface Request {
  readonly properties?: JsonObject
  readonly range?: DimensionRange
  readonly fields?: string
}

export function updateDimensionProperties(request: Request, { spreadsheet }: RequestContext): undefined {
  const paths = fieldPaths('DimensionProperties', request.fields)
  const { dimension = 'ROWS', sheetId } = request.range ?? {}
  const { grid } = spreadsheet.sheet(sheetId)
  const { start, end } = spanOf(request.range ?? {}, grid)
  const given = defined({ ...request.properties, hiddenByUser: request.properties?.hiddenByUser || undefined })
  for (let index = start; index < end; index++) {
    const changed = withPaths(grid.properties(dimension, index) ?? {}, given, paths)
    grid.setProperties(dimension, index, Object.keys(changed).length === 0 ? undefined : changed)
  }
}
