import { menuEn } from '../../shared/model/texts/en/menu.ts'
import type { MenuTexts } from '../../shared/model/texts/menu-texts.ts'
import { menuZh } from '../../shared/model/texts/zh-CN/menu.ts'
import { workbookTabs } from './workbook-tabs.ts'

/** More rows than the tab Settings has. */
const MOST_ROWS = 100

/** The menu's words in the workbook's language: what Settings says, else the spreadsheet's locale as in shared/jobs/mark-stale.ts. */
export function menuTexts(): MenuTexts {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet()
  const set = setLanguage(workbookTabs(spreadsheet).settings)
  if (set === 'en') return menuEn
  if (set === 'zh-cn') return menuZh
  return spreadsheet.getSpreadsheetLocale().startsWith('en') ? menuEn : menuZh
}

function setLanguage(settings: GoogleAppsScript.Spreadsheet.Sheet | undefined): string | undefined {
  const rows = settings?.getRange(1, 1, MOST_ROWS, 2).getDisplayValues() ?? []
  return rows
    .find(([key]) => key?.trim() === 'language')?.[1]
    ?.trim()
    .toLowerCase()
}
