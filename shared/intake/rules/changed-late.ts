import { dueDayOf } from '../../model/day.ts'
import { figuresKey } from '../../model/row-key.ts'
import type { RowRule } from './rule.ts'

/** A figure that a run accepted up to the due date was changed after it (product.md; B29). A late first row is not one. */
export const changedLate: RowRule = ({ month, memory, typed }, { today, settings }) => {
  if (month === null || memory.onTimeFigures === '') return null
  const due = dueDayOf(month, settings.dueDay)
  return today > due && memory.onTimeFigures !== figuresKey(typed)
    ? { rule: 'changed-late', column: 'outputYtd', facts: { due } }
    : null
}
