import { Failure } from '../errors.ts'
import type { Language } from '../model/language.ts'
import type { SheetRequest } from '../model/sheet-request.ts'
import { type Texts, textsFor } from '../model/texts/texts.ts'
import type { RequestCounts, Workbook, World } from '../ports.ts'
import type { Mending } from '../report/template/mending.ts'
import { makeTabs, type SampleRows } from './set-up/make-tabs.ts'
import { mendWorkbook, missingColumns } from './set-up/mend-workbook.ts'
import { mendingPlace } from './set-up/mending-place.ts'
import { readWorkbookState, type WorkbookState } from './set-up/workbook-state.ts'
import { fillNewSheets, writeInParts } from './set-up/write-in-parts.ts'

/** How often it starts over when somebody else commits in between; each time on a newer reading. */
const MOST_ATTEMPTS = 5

export interface SetUpRequest {
  /** Of a new workbook; one that is there keeps the language of its Settings. */
  language: Language
  /** The spreadsheet was created just now: its empty first sheet goes. */
  created: boolean
  /** Body rows for tabs that are made; tabs that exist keep what they hold. */
  sample?: SampleRows
  /** Who of the bureau may edit what is protected, beside those who may already. */
  editors?: readonly string[]
}

export interface SetUpDocument {
  spreadsheetId: string
  url: string
  created: boolean
  repaired: string[]
  requests: RequestCounts
}

type SetUpWorld = World & { workbook: Workbook }

/** Makes what a workbook lacks, and touches no figure and nothing that people typed. A second time there is nothing to do. */
export async function setUp(request: SetUpRequest, world: SetUpWorld): Promise<SetUpDocument> {
  const repaired: string[] = []
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const structure = await attemptSetUp(request, repaired, world)
    if (structure) {
      const { spreadsheetId, url } = structure
      return { spreadsheetId, url, created: request.created, repaired, requests: { ...world.workbook.requests } }
    }
    world.log.info('somebody else committed during set-up', { attempt })
  }
  throw new Failure('workbook-changing')
}

/** One attempt: tabs and columns first, then, on a fresh reading, what they lack. Null when somebody else committed in between. */
async function attemptSetUp(request: SetUpRequest, repaired: string[], world: SetUpWorld) {
  const before = await readWorkbookState(world.workbook, request.language)
  const texts = textsFor(before.language)
  const editors = union(before.editors, request.editors ?? [])
  const made = makeTabs(before, request.sample, editors, texts, world)
  const columns = missingColumns(before, texts)
  const fence: Mending[] = before.structure.fence === null ? [{ kind: 'fence', tab: 'status', cell: null, requests: [] }] : []
  const shape = [...made.mendings, ...columns, ...fence]

  let state: WorkbookState = before
  if (shape.length > 0) {
    const next = await writeInParts([...requestsOf(shape), ...leftovers(request, before)], before.structure.fence, world)
    if (next === 'lost') return null
    repaired.push(...wordsFor(shape, before, texts))
    await fillNewSheets(made.content, next.fence, world)
    if (Object.keys(before.tabs).length > 0) state = await readWorkbookState(world.workbook, before.language)
  }

  const mendings = mendWorkbook(state, union(state.editors, request.editors ?? []), texts)
  if (mendings.length > 0) {
    if ((await writeInParts(requestsOf(mendings), state.structure.fence, world)) === 'lost') return null
    repaired.push(...wordsFor(mendings, state, texts))
  }
  return before.structure
}

const requestsOf = (mendings: readonly Mending[]): SheetRequest[] => mendings.flatMap(({ requests }) => requests)

const union = (some: readonly string[], more: readonly string[]): string[] => [...new Set([...some, ...more])]

/** The empty sheet that a new spreadsheet comes with. */
const leftovers = ({ created }: SetUpRequest, { structure }: WorkbookState): SheetRequest[] =>
  created ? structure.sheets.filter(({ key }) => key === null).map(({ sheetId }) => ({ deleteSheet: { sheetId } })) : []

/** What was done, a line each. */
const wordsFor = (mendings: readonly Mending[], state: WorkbookState, texts: Texts): string[] => [
  ...new Set(mendings.map((mending) => texts.check.done[mending.kind](mendingPlace(mending, state, texts)))),
]
