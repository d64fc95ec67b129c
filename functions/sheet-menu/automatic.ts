import { INPUT_TABS } from '../../shared/model/tabs.ts'
import { HANDLERS, ownTriggers } from './automatic-state.ts'
import { callService } from './call-service.ts'
import { putDirtyMark, putDirtyMarkBack, takeDirtyMark } from './dirty-mark.ts'
import { say } from './say.ts'
import { menuTexts } from './workbook-language.ts'
import { workbookTabs } from './workbook-tabs.ts'

/** How long nobody may have typed before it is recalculated (deployment.md, "Automatic recalculation"). */
const QUIET_MS = 3 * 60_000
/** A service that fails again and again is left alone until the next edit; the schedule and its alert see to it. */
const MOST_TRIES = 3

/** Has the workbook recalculate after edits, as the one who clicked. Repeating it changes nothing. */
export function automaticOn(): void {
  const { item, automatic } = menuTexts()
  for (const trigger of ownTriggers()) ScriptApp.deleteTrigger(trigger)
  ScriptApp.newTrigger(HANDLERS.edit).forSpreadsheet(SpreadsheetApp.getActiveSpreadsheet()).onEdit().create()
  ScriptApp.newTrigger(HANDLERS.clock).timeBased().everyMinutes(1).create()
  say(item.automatic, [automatic.on])
}

/** Takes the clicker's own triggers away; others' go on. */
export function automaticOff(): void {
  const { item, automatic } = menuTexts()
  for (const trigger of ownTriggers()) ScriptApp.deleteTrigger(trigger)
  say(item.automatic, [automatic.off])
}

/** Called with every edit by a person; what the program writes through the API fires nothing, so there is no loop. */
export function markEdited({ range }: GoogleAppsScript.Events.SheetsOnEdit): void {
  const edited = range.getSheet()
  const tabs = workbookTabs(SpreadsheetApp.getActiveSpreadsheet())
  if (INPUT_TABS.some((key) => tabs[key]?.getSheetId() === edited.getSheetId())) putDirtyMark({ atMs: Date.now(), tries: 0 })
}

/** Called every minute: recalculates once nobody has typed for three minutes. A failure is tried again after as long. */
export function recalculateWhenQuiet(): void {
  const taken = takeDirtyMark((mark) => Date.now() - mark.atMs >= QUIET_MS)
  if (!taken) return
  const outcome = callService('RECALCULATE_URL', { reason: 'edit' }, `edit-${taken.atMs}-${taken.tries}`)
  if ('document' in outcome) return
  console.warn(`recalculation after edits failed: ${outcome.kind === 'refused' ? outcome.status : outcome.kind}`)
  if (taken.tries + 1 < MOST_TRIES) putDirtyMarkBack({ atMs: Date.now(), tries: taken.tries + 1 })
}
