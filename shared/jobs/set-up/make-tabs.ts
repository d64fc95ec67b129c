import type { Language } from '../../model/language.ts'
import { DEFAULT_SETTINGS, SETTING_KEYS } from '../../model/settings.ts'
import type { SheetRequest } from '../../model/sheet-request.ts'
import { type CellValue, COLUMNS, type TabKey, type TableKey } from '../../model/tabs.ts'
import type { Texts } from '../../model/texts/texts.ts'
import type { World } from '../../ports.ts'
import { statusFormula } from '../../report/status-formula.ts'
import { missingCharts } from '../../report/summary/native-charts.ts'
import { columnChoices } from '../../report/template/choices.ts'
import { createTab, NEW_TAB_ROWS } from '../../report/template/create-tab.ts'
import type { ListPlace, ListPlaces, Mending } from '../../report/template/mending.ts'
import { placeStatusFormula } from '../../report/template/status-formula-mending.ts'
import { TAB_ORDER } from '../../report/template/tab-looks.ts'
import { newSheetId } from '../render-run.ts'
import type { WorkbookState } from './workbook-state.ts'
import { contentRequests } from './write-in-parts.ts'

/** Body rows by tab, cells in the order of COLUMNS. */
export type SampleRows = Partial<Record<TableKey, readonly (readonly CellValue[])[]>>

/** Tabs that are missing, made anew. */
export interface NewTabs {
  mendings: Mending[]
  /** Rows of the new tabs, to be written once they are there. */
  content: SheetRequest[]
}

/** Makes the tabs that a workbook lacks, with a sample's rows in them. */
export function makeTabs(
  state: WorkbookState,
  sample: SampleRows | undefined,
  editors: readonly string[],
  texts: Texts,
  world: World,
): NewTabs {
  const taken = state.structure.sheets.map(({ sheetId }) => ({ sheetId }))
  const made = TAB_ORDER.filter((tab) => !state.tabs[tab]).map((tab) => {
    const sheetId = newSheetId(world, taken)
    taken.push({ sheetId })
    return { tab, sheetId, title: freeTitle(tab, state, texts), rows: firstRows(tab, sample, state.language, texts) }
  })
  const titleOf = (tab: TabKey): string | undefined =>
    made.find((each) => each.tab === tab)?.title ?? state.tabs[tab]?.sheet.title
  const clusterKeys = sample?.clusters && !state.tabs.clusters ? sample.clusters.map(([key]) => String(key)) : state.clusterKeys
  const context = { lists: listPlaces(state.lists, made), clusterKeys, editors }
  const parts = made.map(({ tab, sheetId, title, rows }) => {
    const rowCount = rows.length + NEW_TAB_ROWS
    const [added, ...looks] = createTab(tab, sheetId, rowCount, indexFor(tab, state), texts, { ...context, title })
    const words = tab === 'guide' ? rows : rows.map((row) => inWords(tab as TableKey, row, clusterKeys, texts))
    return { tab, title, added: added!, looks, content: contentRequests(sheetId, tab === 'guide' ? 0 : 1, words) }
  })
  const submissions = made.find(({ tab }) => tab === 'submissions')
  const charts = newCharts(made, state, clusterKeys.length, texts)
  const formula = submissions ? newFormula(submissions.sheetId, titleOf('status')!, texts) : []
  return {
    // All sheets first, because drop-downs and the formula refer to others.
    mendings: [
      ...parts.map(({ tab, added }): Mending => ({ kind: 'tab', tab, cell: null, requests: [added] })),
      ...parts.map(
        ({ tab, looks }): Mending => ({
          kind: 'tab',
          tab,
          cell: null,
          requests: tab === 'submissions' ? [...looks, ...formula] : looks,
        }),
      ),
      ...(charts.length > 0 ? [{ kind: 'tab' as const, tab: 'summary' as const, cell: null, requests: charts }] : []),
    ],
    content: parts.flatMap(({ content }) => content),
  }
}

/** The charts of a Summary that is made now; the first run moves them below the targets. */
function newCharts(
  made: readonly { tab: TabKey; sheetId: number }[],
  state: WorkbookState,
  clusters: number,
  texts: Texts,
): SheetRequest[] {
  const idOf = (tab: TabKey) => made.find((each) => each.tab === tab)?.sheetId ?? state.tabs[tab]?.sheet.sheetId
  const [summary, charts] = [idOf('summary'), idOf('charts')]
  if (!made.some(({ tab }) => tab === 'summary') || summary === undefined || charts === undefined) return []
  const present = state.structure.sheets.flatMap((sheet) => sheet.charts)
  return missingCharts(present, { summary, charts }, clusters, 0, texts).map(({ request }) => request)
}

/** The tab's own title, or one beside it where another sheet has that. */
function freeTitle(tab: TabKey, { structure }: WorkbookState, texts: Texts): string {
  const taken = new Set(structure.sheets.map(({ title }) => title.toLowerCase()))
  const own = texts.workbook.tab[tab]
  const titles = [own, `${own} (Tallysheet)`, ...structure.sheets.map((_, index) => `${own} (Tallysheet ${index + 2})`)]
  return titles.find((title) => !taken.has(title.toLowerCase()))!
}

/** Behind the tab that stands before it in a workbook's order. */
function indexFor(tab: TabKey, { tabs }: WorkbookState): number | null {
  const before = TAB_ORDER.slice(0, TAB_ORDER.indexOf(tab)).findLast((each) => tabs[each])
  return before ? tabs[before]!.sheet.index + 1 : null
}

function listPlaces(present: ListPlaces, made: readonly { tab: TabKey; title: string }[]): ListPlaces {
  const place = (tab: 'enterprises' | 'clusters'): ListPlace | undefined => {
    const title = made.find((each) => each.tab === tab)?.title
    return title === undefined ? present[tab] : { title, column: 0, firstRow: 1 }
  }
  const enterprises = place('enterprises')
  const clusters = place('clusters')
  return { ...(enterprises ? { enterprises } : {}), ...(clusters ? { clusters } : {}) }
}

function newFormula(sheetId: number, statusTitle: string, texts: Texts): SheetRequest[] {
  const places = Object.fromEntries(COLUMNS.submissions.map((key, index) => [key, index]))
  return placeStatusFormula(sheetId, 0, places.status!, statusFormula(0, places, statusTitle, texts.workbook))
}

function firstRows(
  tab: TabKey,
  sample: SampleRows | undefined,
  language: Language,
  texts: Texts,
): readonly (readonly CellValue[])[] {
  if (tab === 'guide') return [...(sample?.submissions ? [texts.workbook.guideSample] : []), ...texts.workbook.guide]
  const rows = sample?.[tab as TableKey] ?? []
  if (tab !== 'settings') return rows
  const given = new Map(rows.map((row) => [row[0], row[1]]))
  return SETTING_KEYS.map((key) => settingRow(key, given.get(key), language, texts))
}

/** A row of Settings; what nobody decided yet stays blank. */
export function settingRow(
  key: (typeof SETTING_KEYS)[number],
  given: CellValue | undefined,
  language: Language,
  texts: Texts,
): CellValue[] {
  const value = given ?? (key === 'language' ? language : DEFAULT_SETTINGS[key])
  return [key, value === 'unset' ? null : value, texts.workbook.settingMeaning[key]]
}

/** The row with the words of drop-downs in place of their keys, as people choose them. */
function inWords(tab: TableKey, row: readonly CellValue[], clusterKeys: readonly string[], texts: Texts): readonly CellValue[] {
  return row.map((cell, index) => {
    const column = COLUMNS[tab][index]
    const choices = typeof cell === 'string' && column ? columnChoices(tab, column, clusterKeys, texts) : null
    return choices?.from === 'words' ? (choices.words.find(([key]) => key === cell)?.[1] ?? cell) : cell
  })
}
