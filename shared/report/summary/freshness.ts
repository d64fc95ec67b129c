import { IANAZone } from 'luxon'
import { quotedTitle } from '../../model/tabs.ts'
import type { Texts } from '../../model/texts/texts.ts'
import type { SummaryContent } from './summary-layout.ts'

/**
 * Formulas that Google keeps up to date, since a run that never happens can't say so: the banner when Runs has no row for longer than
 * the schedule allows, and when the last run was. They refer to Runs, which the program alone writes, and hold no text of people.
 */
export function freshnessFormulas(
  { runsTitle, at, settings: { timeZone, staleAfterDays } }: Pick<SummaryContent, 'runsTitle' | 'at' | 'settings'>,
  texts: Texts,
): { overdue: string; lastRun: string } {
  const hoursFromUtc = IANAZone.create(timeZone).offset(at.getTime()) / 60
  // A whole column, because each run inserts its row on top and would move a reference to a cell.
  const newest = `INDEX(${quotedTitle(runsTitle)}!A:A,2)`
  const instant = `(DATEVALUE(LEFT(${newest},10))+MID(${newest},12,2)/24+MID(${newest},15,2)/1440+${hoursFromUtc}/24)`
  const { overdue, lastRun } = texts.summary
  return {
    overdue: `=IFERROR(IF(NOW()-${instant}>${staleAfterDays},"${overdue(staleAfterDays)}",""),"")`,
    lastRun: `=IFERROR("${lastRun}"&TEXT(${instant},"yyyy-mm-dd hh:mm"),"")`,
  }
}
