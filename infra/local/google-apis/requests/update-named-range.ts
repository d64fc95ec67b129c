import { Refusal } from '../errors.ts'
import { withPaths } from '../json.ts'
import { withSheetIds } from '../shift.ts'
import type { NamedRange } from '../spreadsheet.ts'
import { fieldPaths, located, type RequestContext } from './context.ts'
import { checkedName } from './named-range-name.ts'

export function updateNamedRange(
  request: { namedRange?: Partial<NamedRange>; fields?: string },
  context: RequestContext,
): undefined {
  const { spreadsheet } = context
  const paths = fieldPaths('NamedRange', request.fields)
  const given = request.namedRange ?? {}
  const old = spreadsheet.namedRanges.find(({ namedRangeId }) => namedRangeId === given.namedRangeId)
  if (!old) throw new Refusal(`No named range with id: ${given.namedRangeId ?? ''}`)
  const merged = withPaths({ ...old }, { ...given }, paths)
  const next = { ...merged, namedRangeId: old.namedRangeId, range: withSheetIds(merged.range) } as NamedRange
  checkedName(spreadsheet, next.name, old.namedRangeId)
  located(context, next.range)
  spreadsheet.namedRanges = spreadsheet.namedRanges.map((range) => (range === old ? next : range))
}
