import { Refusal } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import { type DimensionRange, spanOf } from '../ranges.ts'
import { withoutZeroSheetIds } from '../shift.ts'
import type { RequestContext } from './context.ts'
import { depthsOf, groupsOf, setDepths } from './dimension-groups.ts'

export function deleteDimensionGroup(request: { range?: DimensionRange }, { spreadsheet }: RequestContext): JsonObject {
  const { dimension = 'ROWS', sheetId } = request.range ?? {}
  const sheet = spreadsheet.sheet(sheetId)
  const { start, end } = spanOf(request.range ?? {}, sheet.grid)
  const depths = depthsOf(sheet, dimension)
  if (depths.slice(start, end).every((depth) => depth === 0)) throw new Refusal('There is no group in the range.')
  setDepths(
    sheet,
    dimension,
    depths.map((depth, index) => (index >= start && index < end ? Math.max(0, depth - 1) : depth)),
  )
  const groups = groupsOf(sheet, dimension)
  return groups.length === 0 ? {} : { dimensionGroups: withoutZeroSheetIds(groups) }
}
