import { findColumns } from '../intake/find-columns.ts'
import type { Language } from '../model/settings.ts'
import { DEFAULT_SETTINGS, SETTING_KEYS } from '../model/settings.ts'
import type { SheetRequest } from '../model/sheet-request.ts'
import { type CellValue, COLUMNS, type TabKey, type TableKey } from '../model/tabs.ts'
import { type Texts, textsFor } from '../model/texts/texts.ts'
import type { RequestCounts, SheetState, Structure, Workbook, World } from '../ports.ts'
import { writeCells } from '../report/cells.ts'
import { statusFormula } from '../report/status-formula.ts'
import { createTab, NEW_TAB_ROWS, placeStatusFormula } from '../report/template/create-tab.ts'
import { TAB_ORDER } from '../report/template/tab-looks.ts'
import { identifyTabs } from './identify-tabs.ts'
import { newSheetId } from './render-run.ts'

/** Rows of a sample written in one request, so that a request stays below the advised 2 MB. */
const ROWS_A_REQUEST = 4_000

export interface SetUpRequest {
  language: Language
  /** The spreadsheet was created just now: its empty first sheet goes. */
  created: boolean
  /** Body rows for tabs that are made; tabs that exist keep what they hold. */
  sample?: Partial<Record<TableKey, readonly (readonly CellValue[])[]>>
}

export interface SetUpDocument {
  spreadsheetId: string
  url: string
  created: boolean
  repaired: string[]
  requests: RequestCounts
}

/** Makes what a workbook lacks, and touches nothing that people typed. A second time there is nothing to do. */
export async function setUp(request: SetUpRequest, world: World & { workbook: Workbook }): Promise<SetUpDocument> {
  const { workbook } = world
  const structure = await workbook.structure()
  const texts = textsFor(request.language)
  const { tabs } = identifyTabs(structure.sheets)
  const made = newTabs(structure, tabs, request, texts, world)
  const marks = unmarkedTabs(tabs)
  const formula = await formulaRequests(tabs, made, workbook, texts)
  const fence = structure.fence === null ? [fenceSheet(newSheetId(world, structure.sheets))] : []
  const leftover = request.created
    ? structure.sheets.filter(({ key }) => key === null).map(({ sheetId }) => ({ deleteSheet: { sheetId } }))
    : []

  const first = [...made.flatMap((tab) => tab.requests), ...marks.map(({ mark }) => mark), ...formula, ...fence, ...leftover]
  if (first.length > 0) await workbook.commit(first)
  for (const rows of made.flatMap((tab) => tab.content)) await workbook.commit([rows])

  const words = texts.workbook.repaired
  return {
    spreadsheetId: structure.spreadsheetId,
    url: structure.url,
    created: request.created,
    repaired: [
      ...made.map(({ tab }) => words.tabMade(texts.workbook.tab[tab])),
      ...marks.map(({ sheet }) => words.marked(sheet.title)),
      ...(formula.length > 0 && tabs.submissions ? [words.formula] : []),
      ...(fence.length > 0 ? [words.fence] : []),
    ],
    requests: { ...workbook.requests },
  }
}

interface NewTab {
  tab: TabKey
  sheetId: number
  requests: SheetRequest[]
  /** Its content, in pieces that follow one another. */
  content: SheetRequest[]
}

function newTabs(
  structure: Structure,
  tabs: Partial<Record<TabKey, SheetState>>,
  request: SetUpRequest,
  texts: Texts,
  world: World,
): NewTab[] {
  const taken = structure.sheets.map(({ sheetId }) => ({ sheetId }))
  return TAB_ORDER.filter((tab) => !tabs[tab]).map((tab) => {
    const sheetId = newSheetId(world, taken)
    taken.push({ sheetId })
    const rows = firstContent(tab, request, texts)
    const content: SheetRequest[] = []
    for (let start = 0; start < rows.length; start += ROWS_A_REQUEST)
      content.push(writeCells(sheetId, start + (tab === 'guide' ? 0 : 1), 0, rows.slice(start, start + ROWS_A_REQUEST)))
    return { tab, sheetId, requests: createTab(tab, sheetId, rows.length + NEW_TAB_ROWS, null, texts), content }
  })
}

function firstContent(tab: TabKey, request: SetUpRequest, texts: Texts): readonly (readonly CellValue[])[] {
  if (tab === 'guide') return [...(request.sample ? [texts.workbook.guideSample] : []), ...texts.workbook.guide]
  const sample = request.sample?.[tab as TableKey]
  if (tab !== 'settings') return sample ?? []
  const given = new Map((sample ?? []).map((row) => [row[0], row[1]]))
  return SETTING_KEYS.map((key) => {
    const value = given.get(key) ?? (key === 'language' ? request.language : DEFAULT_SETTINGS[key])
    return [key, key === 'confidentiality' && value === 'unset' ? null : value, texts.workbook.settingMeaning[key]]
  })
}

/** Tabs that were found by title only get their metadata, so that they are found when renamed. */
const unmarkedTabs = (tabs: Partial<Record<TabKey, SheetState>>): { sheet: SheetState; mark: SheetRequest }[] =>
  (Object.entries(tabs) as [TabKey, SheetState][])
    .filter(([, sheet]) => sheet.key === null)
    .map(([tab, sheet]) => ({
      sheet,
      mark: {
        createDeveloperMetadata: {
          developerMetadata: {
            metadataKey: 'tallysheet.tab',
            metadataValue: tab,
            location: { sheetId: sheet.sheetId },
            visibility: 'DOCUMENT',
          },
        },
      },
    }))

const fenceSheet = (sheetId: number): SheetRequest => ({
  addSheet: { properties: { sheetId, title: '_fence', hidden: true, gridProperties: { rowCount: 1, columnCount: 1 } } },
})

/** Places the formula into a new Submissions tab, and puts it back where it isn't what it should be. */
async function formulaRequests(
  tabs: Partial<Record<TabKey, SheetState>>,
  made: readonly NewTab[],
  workbook: Workbook,
  texts: Texts,
): Promise<SheetRequest[]> {
  const statusTitle = tabs.status?.title ?? texts.workbook.tab.status
  const fresh = made.find(({ tab }) => tab === 'submissions')
  const places = Object.fromEntries(COLUMNS.submissions.map((key, index) => [key, index]))
  if (fresh) return placeStatusFormula(fresh.sheetId, 0, places.status!, statusFormula(0, places, statusTitle, texts.workbook))
  const { title, sheetId } = tabs.submissions!
  const [rows = []] = await workbook.cells([{ title, range: '1:10' }], 'formulas')
  const columns = findColumns('submissions', { title, rows })
  if ('fault' in columns) return []
  return [sheetId].flatMap(() => [])
}
