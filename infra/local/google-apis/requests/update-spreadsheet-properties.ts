import { type JsonObject, withPaths } from '../json.ts'
import { fieldPaths, type RequestContext } from './context.ts'

export function updateSpreadsheetProperties(
  request: { properties?: JsonObject; fields?: string },
  { spreadsheet }: RequestContext,
): undefined {
  const paths = fieldPaths('SpreadsheetProperties', request.fields)
  const given = request.properties ?? {}
  spreadsheet.properties = paths.includes('*')
    ? { ...spreadsheet.properties, ...given }
    : withPaths(spreadsheet.properties, given, paths)
}
