import { Failure } from '../errors.ts'
import { type CellValue, INPUT_TABS, type TabCells, type TabKey } from '../model/tabs.ts'
import type { Texts } from '../model/texts/texts.ts'
import type { SheetState, Structure, Workbook } from '../ports.ts'
import { guardAgainstTooManyRows, rangeToRead } from './guard-against-too-many-rows.ts'
import { type IdentifiedTabs, identifyTabs } from './identify-tabs.ts'

/** Tabs that a recalculation reads whole. */
const READ_WHOLE = [...INPUT_TABS, 'summary', 'problems', 'history', 'status', 'charts'] as const satisfies readonly TabKey[]

/** Of Runs only the newest rows matter, which stand on top. */
const RUNS_RANGE = 'A1:O200'

type ReadTab = (typeof READ_WHOLE)[number] | 'runs'

/** Tabs that people write. */
export type InputTab = (typeof INPUT_TABS)[number]

/** What a run works on: everything read in two requests, with the fence read before the cells. */
export interface Snapshot extends IdentifiedTabs {
  structure: Structure
  fence: number
  /** The formulas of Submissions were read too. */
  looked: boolean
  /** Absent where the tab is. */
  cells: Partial<Record<ReadTab, CellValue[][]>>
}

/**
 * Reads the workbook in two requests; in three while formulas of Submissions fetch from elsewhere. A tab that people write and that is
 * missing stops here: nothing is guessed (F26). Only without Recipients, which no figure depends on, a recalculation goes on.
 */
export async function readSnapshot(workbook: Workbook, texts: Texts, include?: { marks: true }): Promise<Snapshot> {
  const first = await workbook.structure(include)
  const found = identifyTabs(first.sheets)
  await guardAgainstTooManyRows(found, workbook)
  const looked = include !== undefined || (found.tabs.submissions?.fetching ?? false)
  const structure = looked && !include ? await workbook.structure({ marks: true }) : first
  const identified = identifyTabs(structure.sheets)
  if (structure.fence === null) throw new Failure('not-set-up')
  for (const tab of INPUT_TABS)
    if (tab !== 'recipients' && !identified.tabs[tab]) throw new Failure('tab-missing', { tab: texts.workbook.tab[tab] })
  const wanted = [...READ_WHOLE, 'runs' as const].filter((tab) => identified.tabs[tab])
  const read = await workbook.cells(
    wanted.map((tab) => {
      const sheet = identified.tabs[tab]!
      if (tab === 'runs') return { title: sheet.title, range: RUNS_RANGE }
      return isInput(tab) ? rangeToRead(sheet, workbook) : { title: sheet.title }
    }),
  )
  const cells = Object.fromEntries(wanted.map((tab, index) => [tab, read[index]!]))
  return { ...identified, structure, fence: structure.fence, looked, cells }
}

const isInput = (tab: ReadTab): boolean => INPUT_TABS.some((input) => input === tab)

/** The cells of a tab that is known to be there. */
export function tabCells(snapshot: Snapshot, tab: InputTab): TabCells {
  const { title, marks } = sheetOf(snapshot, tab)
  return { title, rows: snapshot.cells[tab] ?? [], ...(marks ? { marks } : {}) }
}

/** The sheet of a tab that is known to be there. */
export const sheetOf = (snapshot: Snapshot, tab: TabKey): SheetState => snapshot.tabs[tab]!
