import { COLUMNS, type TabKey } from '../model/tabs.ts'
import { ALL_TEXTS } from '../model/texts/texts.ts'
import type { SheetState } from '../ports.ts'

const TAB_KEYS: readonly TabKey[] = ['guide', 'summary', 'charts', ...(Object.keys(COLUMNS) as (keyof typeof COLUMNS)[])]

export interface IdentifiedTabs {
  tabs: Partial<Record<TabKey, SheetState>>
  /** Tabs found by their metadata under another title than the program gave them. */
  renamed: readonly TabKey[]
  /** Titles of sheets that look like copies of a tab, by its metadata or within their title: they are ignored. */
  copies: readonly string[]
}

const knownTitles = (key: TabKey): string[] => ALL_TEXTS.map((texts) => texts.workbook.tab[key])

/**
 * Which sheet is which tab: by developer metadata, which survives renaming; where none carries it, by title in either language.
 * Of several with the same metadata the one with a known title is meant, else the one marked first.
 */
export function identifyTabs(sheets: readonly SheetState[]): IdentifiedTabs {
  const tabs: Partial<Record<TabKey, SheetState>> = {}
  const renamed: TabKey[] = []
  const copies: string[] = []
  for (const key of TAB_KEYS) {
    const titles = knownTitles(key)
    const marked = sheets
      .filter((sheet) => sheet.key === key)
      .toSorted((a, b) => Number(titles.includes(b.title)) - Number(titles.includes(a.title)) || (a.keyId ?? 0) - (b.keyId ?? 0))
    const found = marked[0] ?? sheets.find((sheet) => sheet.key === null && titles.includes(sheet.title))
    if (!found) continue
    tabs[key] = found
    if (!titles.includes(found.title)) renamed.push(key)
    copies.push(...marked.slice(1).map(({ title }) => title))
  }
  const used = new Set(Object.values(tabs).map(({ sheetId }) => sheetId))
  const copied = (title: string) => Object.values(tabs).some((tab) => !tab.title.startsWith('_') && title.includes(tab.title))
  for (const sheet of sheets)
    if (!used.has(sheet.sheetId) && !copies.includes(sheet.title) && copied(sheet.title)) copies.push(sheet.title)
  return { tabs, renamed, copies }
}
