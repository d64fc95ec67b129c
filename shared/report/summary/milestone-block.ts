import type { MilestoneProgress, Progress } from '../../model/progress.ts'
import type { Texts } from '../../model/texts/texts.ts'
import { dayText } from '../dates.ts'
import { percentIn } from './figures.ts'
import type { LayoutCell, LayoutRow } from './layout.ts'
import { LOOKS } from './looks.ts'

/** Columns that each cell covers: task, area, responsible, due, state, done, late. */
const SPANS = [2, 2, 2, 2, 1, 1, 2]

const inColumns = (cells: readonly LayoutCell[]): LayoutCell[] => cells.map((cell, index) => ({ ...cell, span: SPANS[index]! }))

/** The qualitative goals: what, who, until when, how far, and which are late. */
export function milestoneTable(progress: Progress, texts: Texts): LayoutRow[] {
  const words = texts.summary
  const { name, area, owner, dueOn, state, percent, late } = words.milestoneColumns
  const title: LayoutRow = { cells: [{ value: words.milestones, format: LOOKS.section, span: 12 }], height: 30 }
  if (progress.milestones.length === 0) return [title, { cells: [{ value: words.noMilestones, format: LOOKS.text, span: 12 }] }]
  const headers = [name, area, owner, dueOn, state, percent, late]
  return [
    title,
    { cells: inColumns(headers.map((value) => ({ value, format: LOOKS.header }))), height: 24 },
    ...progress.milestones.map((milestone) => milestoneRow(milestone, texts)),
  ]
}

function milestoneRow(milestone: MilestoneProgress, texts: Texts): LayoutRow {
  const words = texts.summary
  return {
    cells: inColumns([
      { value: milestone.name, format: LOOKS.text },
      { value: milestone.area, format: LOOKS.text },
      { value: milestone.owner, format: LOOKS.text },
      { value: milestone.dueOn === null ? null : dayText(milestone.dueOn, texts.language), format: LOOKS.words },
      { value: words.milestoneState[milestone.state], format: LOOKS.words },
      percentIn(milestone.percent),
      { value: milestone.late ? `▼ ${words.isLate}` : null, format: LOOKS.words },
    ]),
    height: 24,
  }
}
