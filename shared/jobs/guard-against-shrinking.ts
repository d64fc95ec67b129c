import { Failure } from '../errors.ts'
import type { Workbook } from '../ports.ts'
import type { KnownRun } from '../report/runs-tab.ts'
import { rangeToRead } from './guard-against-too-many-rows.ts'
import { type Snapshot, sheetOf } from './read-snapshot.ts'

/**
 * An intake that lost more than half of its rows since the last good run is read a second time before anything is published, and
 * an empty one isn't published at all (faults.md F20, inputs.md B53).
 */
export async function guardAgainstShrinking(
  snapshot: Snapshot,
  rowsRead: number,
  runs: readonly KnownRun[],
  workbook: Workbook,
): Promise<void> {
  const before = runs.find(({ read }) => read !== null)?.read ?? 0
  if (rowsRead * 2 >= before) return
  const sheet = sheetOf(snapshot, 'submissions')
  const { title } = sheet
  if (rowsRead === 0) throw new Failure('intake-empty', { tab: title })
  const [again] = await workbook.cells([rangeToRead(sheet, workbook)])
  if (JSON.stringify(again) !== JSON.stringify(snapshot.cells.submissions)) throw new Failure('intake-shrunk', { tab: title })
}
