import { duplicate } from './duplicate.ts'
import { explainedThenChanged } from './explained-then-changed.ts'
import { pasteFromExcel } from './paste-from-excel.ts'
import { sortedDuringARun } from './sorted-during-a-run.ts'
import type { Told } from './story.ts'
import { unitSlip } from './unit-slip.ts'

/** The five stories, in the order in which docs/stories.md tells them. */
export const STORIES: readonly Told[] = [pasteFromExcel, unitSlip, duplicate, explainedThenChanged, sortedDuringARun]
