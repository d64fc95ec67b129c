import type { MenuTexts } from '../../shared/model/texts/menu-texts.ts'
import { TAB_KEYS, tabTitles, workbookTabs } from './workbook-tabs.ts'

/** Titles above a header take no more. */
const HEADER_ROWS = 10

/**
 * What the script itself sees to be wrong, looked at after the recalculation, which repairs what it can: tabs that are gone, and the
 * formula of the status columns. Empty where all is in place.
 */
export function findings({ check, language }: MenuTexts): string[] {
  const titles = tabTitles(language)
  const tabs = workbookTabs(SpreadsheetApp.getActiveSpreadsheet())
  const gone = TAB_KEYS.filter((key) => !tabs[key]).map((key) => check.tabMissing(titles[key]))
  const { submissions } = tabs
  const found = [...gone, ...(submissions && !hasStatusFormula(submissions) ? [check.formulaMissing(submissions.getName())] : [])]
  return found.length === 0 ? [] : [check.findings, ...found, '']
}

function hasStatusFormula(submissions: GoogleAppsScript.Spreadsheet.Sheet): boolean {
  const columns = submissions.getLastColumn()
  if (columns === 0) return false
  const formulas = submissions.getRange(1, 1, HEADER_ROWS, columns).getFormulas()
  return formulas.some((row) => row.some((formula) => /^=ARRAYFORMULA\(IF\(ROW\(/i.test(formula.replace(/\s/g, ''))))
}
