import { COLUMNS, type TabKey } from '../../shared/model/tabs.ts'
import { workbookEn } from '../../shared/model/texts/en/workbook.ts'
import { workbookZh } from '../../shared/model/texts/zh-CN/workbook.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet

const TAB_KEYS: readonly TabKey[] = ['guide', 'summary', 'charts', ...(Object.keys(COLUMNS) as (keyof typeof COLUMNS)[])]

const TITLES = [workbookZh.tab, workbookEn.tab]

/**
 * Which sheet is which tab: by developer metadata, which survives renaming, else by title in either language; as the program itself
 * tells them (shared/jobs/identify-tabs.ts). Of several with the same metadata the one with a known title is meant, else the first.
 */
export function workbookTabs(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): Partial<Record<TabKey, Sheet>> {
  const marks = spreadsheet.createDeveloperMetadataFinder().withKey('tallysheet.tab').find()
  const marked = marks.map((mark) => ({ key: mark.getValue(), sheet: mark.getLocation().getSheet() }))
  const tabs: Partial<Record<TabKey, Sheet>> = {}
  for (const key of TAB_KEYS) {
    const titles = TITLES.map((tab) => tab[key])
    const ownMarks = marked.flatMap((mark) => (mark.key === key && mark.sheet ? [mark.sheet] : []))
    const found =
      ownMarks.find((sheet) => titles.includes(sheet.getName())) ??
      ownMarks[0] ??
      titles.map((title) => spreadsheet.getSheetByName(title)).find((sheet) => sheet !== null)
    if (found) tabs[key] = found
  }
  return tabs
}
