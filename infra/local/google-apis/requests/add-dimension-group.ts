import type { JsonObject } from '../json.ts'
import { type DimensionRange, spanOf } from '../ranges.ts'
import { withoutZeroSheetIds } from '../shift.ts'
import type { RequestContext } from './context.ts'
import { depthsOf, groupsOf, setDepths } from './dimension-groups.ts'

export function addDimensionGroup(request: { range?: DimensionRange }, { spreadsheet }: RequestContext): JsonObject {
  const { dimension = 'ROWS', sheetId } = request.range ?? {}
  const sheet = spreadsheet.sheet(sheetId)
  const { start, end } = spanOf(request.range ?? {}, sheet.grid)
  const depths = depthsOf(sheet, dimension).map((depth, index) => (index >= start && index < end ? depth + 1 : depth))
  setDepths(sheet, dimension, depths)
  const control = dimension === 'ROWS' ? 'rowGroupControlAfter' : 'columnGroupControlAfter'
  sheet.gridAppearance = { ...sheet.gridAppearance, [control]: true }
  return { dimensionGroups: withoutZeroSheetIds(groupsOf(sheet, dimension)) }
}
