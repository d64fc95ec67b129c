import { Refusal } from '../errors.ts'
import { areaOf, covers, type GridRange, overlaps } from '../ranges.ts'
import { editable, type RequestContext } from './context.ts'

export function unmergeCells(request: { range?: GridRange }, context: RequestContext): undefined {
  const { sheet, area } = editable(context, request.range)
  const merges = sheet.parts.merges.filter((merge) => {
    const old = areaOf(merge, sheet.grid)
    if (overlaps(old, area) && !covers(area, old))
      throw new Refusal('You must select all cells in a merged range to merge or unmerge them.')
    return !covers(area, old)
  })
  sheet.setParts({ merges })
}
