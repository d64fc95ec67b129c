import { labelsOf, readLabel } from '../../intake/labels.ts'
import { readSettings } from '../../intake/read-settings.ts'
import type { Language } from '../../model/language.ts'
import { SETTING_KEYS } from '../../model/settings.ts'
import { cellIn, type TabDetails } from '../../model/tab-details.ts'
import { COLUMNS, INPUT_TABS, type TabKey, type TableKey } from '../../model/tabs.ts'
import { ALL_TEXTS } from '../../model/texts/texts.ts'
import type { SheetState, Structure, Workbook } from '../../ports.ts'
import type { ListPlace, ListPlaces } from '../../report/template/mending.ts'
import { isOurProtection } from '../../report/template/protection-mendings.ts'
import { identifyTabs } from '../identify-tabs.ts'
import { type LocatedTab, locateColumns } from './locate-columns.ts'

/** Rows of a tab that are looked at; further down only contents differ, and reading them all would take minutes. */
const MOST_ROWS = 20_000

/** A tab that is there: its sheet, its details, and where its columns are. */
export interface KnownTab {
  sheet: SheetState
  details: TabDetails
  /** Absent where the tab is no table. */
  located?: LocatedTab
}

/** A workbook as set-up and check see it. */
export interface WorkbookState {
  structure: Structure
  tabs: Partial<Record<TabKey, KnownTab>>
  copies: readonly string[]
  language: Language
  lists: ListPlaces
  clusterKeys: readonly string[]
  /** Who may edit most of what is protected. */
  editors: readonly string[]
}

/** Reads it, in two requests where there are tabs of ours. `fallback` is the language where nothing tells one. */
export async function readWorkbookState(workbook: Workbook, fallback: Language): Promise<WorkbookState> {
  const structure = await workbook.structure()
  const { tabs: candidates, copies } = identifyTabs(structure.sheets)
  const entries = Object.entries(candidates) as [TabKey, SheetState][]
  const details =
    entries.length === 0
      ? []
      : await workbook.details(
          entries.map(([tab, { title, rowCount }]) => ({
            title,
            rows: isInput(tab) || tab === 'summary' ? Math.max(1, Math.min(rowCount, MOST_ROWS)) : 1,
          })),
        )
  const isKnown = structure.fence !== null || structure.sheets.some(({ key }) => key !== null)
  const tabs: Partial<Record<TabKey, KnownTab>> = {}
  for (const [index, [tab, sheet]] of entries.entries()) {
    const found = knownTab(tab, sheet, details[index]!)
    if (isKnown || isOurs(tab, found)) tabs[tab] = found
  }
  return {
    structure,
    tabs,
    copies,
    language: languageOf(tabs, fallback),
    lists: listsOf(tabs),
    clusterKeys: clusterKeysOf(tabs.clusters),
    editors: editorsOf(tabs),
  }
}

const isInput = (tab: TabKey): boolean => (INPUT_TABS as readonly TabKey[]).includes(tab)

const knownTab = (tab: TabKey, sheet: SheetState, details: TabDetails): KnownTab =>
  tab in COLUMNS ? { sheet, details, located: locateColumns(tab as TableKey, details) } : { sheet, details }

/** In a spreadsheet that was never set up a sheet may have one of our titles by chance: only its headers make it ours. */
const isOurs = (tab: TabKey, { located }: KnownTab): boolean =>
  isInput(tab) &&
  !!located?.place &&
  Object.keys(located.place.columns).length * 2 >= COLUMNS[tab as TableKey].length &&
  located.place.nameless.size === 0

const KEYS = labelsOf(SETTING_KEYS, Object.fromEntries(SETTING_KEYS.map((key) => [key, []])) as never)

/** The settings that have a row. */
export function settingsPresent({ details, located }: KnownTab): Set<string> {
  const { headerRow, columns } = located!.place!
  const cells = details.cells.slice(headerRow + 1).map((row) => row[columns.key ?? -1]?.value ?? null)
  return new Set(cells.flatMap((cell) => readLabel(KEYS, cell) ?? []))
}

/** As Settings say; else as most headers of Submissions are written. */
function languageOf({ settings, submissions }: Partial<Record<TabKey, KnownTab>>, fallback: Language): Language {
  const place = settings?.located?.place
  if (settings && place && settingsPresent(settings).has('language')) {
    const cells = { title: settings.details.title, rows: settings.details.cells.map((row) => row.map(({ value }) => value)) }
    return readSettings({ tab: 'settings', cells, columns: { headerRow: place.headerRow, index: place.columns } }).settings
      .language
  }
  if (!submissions?.located?.place) return fallback
  const { headerRow } = submissions.located.place
  const shown = (submissions.details.cells[headerRow] ?? []).map(({ value }) => value)
  const hits = ALL_TEXTS.map(({ language, workbook }) => ({
    language,
    count: Object.values(workbook.header.submissions).filter((header) => shown.includes(header)).length,
  })).toSorted((a, b) => b.count - a.count)
  return hits[0]!.count > hits[1]!.count ? hits[0]!.language : fallback
}

function listsOf({ enterprises, clusters }: Partial<Record<TabKey, KnownTab>>): ListPlaces {
  const place = (tab: KnownTab | undefined, key: 'name' | 'key'): ListPlace[] => {
    const column = tab?.located?.place?.columns[key]
    return tab && column !== undefined ? [{ title: tab.sheet.title, column, firstRow: tab.located!.place!.headerRow + 1 }] : []
  }
  const [names] = place(enterprises, 'name')
  const [keys] = place(clusters, 'key')
  return { ...(names ? { enterprises: names } : {}), ...(keys ? { clusters: keys } : {}) }
}

function clusterKeysOf(clusters: KnownTab | undefined): string[] {
  const column = clusters?.located?.place?.columns.key
  if (!clusters || column === undefined) return []
  const { headerRow } = clusters.located!.place!
  const keys = clusters.details.cells
    .slice(headerRow + 1)
    .map((_, index) => String(cellIn(clusters.details, headerRow + 1 + index, column).value ?? '').trim())
  return [...new Set(keys.filter((key) => key !== ''))]
}

/** Those that at least half of our protected ranges let in: one who was given a single range is not let into the others. */
function editorsOf(tabs: Partial<Record<TabKey, KnownTab>>): string[] {
  const ours = Object.values(tabs).flatMap(({ details }) =>
    details.protections.filter((range) => isOurProtection(range) && range.editable),
  )
  const times = new Map<string, number>()
  for (const { editors } of ours) for (const email of editors) times.set(email, (times.get(email) ?? 0) + 1)
  return [...times].filter(([, count]) => count * 2 >= ours.length).map(([email]) => email)
}
