import { Refusal } from '../errors.ts'
import type { RequestContext } from './context.ts'

export function deleteNamedRange(request: { namedRangeId?: string }, { spreadsheet }: RequestContext): undefined {
  const kept = spreadsheet.namedRanges.filter(({ namedRangeId }) => namedRangeId !== request.namedRangeId)
  if (kept.length === spreadsheet.namedRanges.length) throw new Refusal(`No named range with id: ${request.namedRangeId ?? ''}`)
  spreadsheet.namedRanges = kept
}
