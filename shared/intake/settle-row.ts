import { type Day, dueDayOf } from '../model/day.ts'
import type { Problem } from '../model/problem.ts'
import { figuresKey } from '../model/row-key.ts'
import type { Settings } from '../model/settings.ts'
import type { RowMemory, Verdict } from '../model/verdict.ts'
import type { ShapedRow } from './shape-row.ts'

/** Does the row's explanation stand for the figures it has now? Words already taken for other figures don't (product.md). */
export function explains(row: ShapedRow): boolean {
  if (row.words === '') return false
  const { explainedWords, explainedFigures } = row.memory
  return explainedWords !== row.words || explainedFigures === figuresKey(row.typed)
}

/** Turns the holds of an explained row into notes; `ambiguous-number` can only be corrected. */
export function liftHolds(row: ShapedRow): void {
  row.problems = row.problems.map(
    (problem): Problem =>
      problem.severity === 'held' && problem.rule !== 'ambiguous-number' ? { ...problem, severity: 'note' } : problem,
  )
}

export const isRejected = (row: ShapedRow): boolean => row.problems.some((problem) => problem.severity === 'rejected')
export const isHeld = (row: ShapedRow): boolean => row.problems.some((problem) => problem.severity === 'held')

/** The gravest of the row's problems decides. */
export function verdictOf(row: ShapedRow): Verdict {
  if (row.problems.length === 0) return 'accepted'
  return isRejected(row) ? 'rejected' : isHeld(row) ? 'held' : 'noted'
}

/** What later runs have to know of the row: for which figures its words were taken, and what was accepted up to the due date. */
export function memoryAfter(row: ShapedRow, verdict: Verdict, settings: Settings, today: Day): RowMemory {
  if (verdict === 'rejected' || verdict === 'held' || row.month === null) return row.memory
  const onTime = today <= dueDayOf(row.month, settings.dueDay)
  if (!onTime && row.words === '') return row.memory
  const figures = figuresKey(row.typed)
  return {
    explainedFigures: row.words === '' ? row.memory.explainedFigures : figures,
    explainedWords: row.words === '' ? row.memory.explainedWords : row.words,
    onTimeFigures: onTime ? figures : row.memory.onTimeFigures,
  }
}
