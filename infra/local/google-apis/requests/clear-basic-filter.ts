import type { RequestContext } from './context.ts'

export function clearBasicFilter(request: { sheetId?: number }, { spreadsheet }: RequestContext): undefined {
  spreadsheet.sheet(request.sheetId).setParts({ basicFilter: undefined })
}
