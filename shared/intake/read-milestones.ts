import type { Milestone } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'
import { entryReader } from './entry-reader.ts'
import { STATE_LABELS } from './labels.ts'
import { foldKey, repeatedKeys } from './repeated-keys.ts'
import { rowsOf, type Table } from './table.ts'

/** Reads the tab Milestones. A row needs a key or a task; a state that is blank is not started, one that can't be read leaves the row out. */
export function readMilestones(table: Table): { milestones: Milestone[]; problems: Problem[] } {
  const problems: Problem[] = []
  const milestones: Milestone[] = []
  for (const row of rowsOf(table)) {
    const entry = entryReader(table, row, problems)
    const name = entry.text('name') || entry.required('key')
    const state = entry.label('state', STATE_LABELS)
    if (name === '' || (state === null && entry.isFaulty())) continue
    milestones.push({
      row,
      key: entry.text('key') || name,
      name,
      area: entry.text('area'),
      owner: entry.text('owner'),
      dueOn: entry.day('dueOn', 'last'),
      state: state ?? 'not-started',
      percent: entry.fraction('percent'),
      note: entry.text('note'),
    })
  }
  problems.push(...repeatedKeys(table, 'key', milestones, ({ key }) => foldKey(key)))
  return { milestones, problems }
}
