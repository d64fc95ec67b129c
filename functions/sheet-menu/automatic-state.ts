/** The functions that triggers call. */
export const HANDLERS = { edit: 'markEdited', clock: 'recalculateWhenQuiet' } as const

/** The triggers of recalculation after edits; each person sees and removes their own only. */
export const ownTriggers = (): GoogleAppsScript.Script.Trigger[] => {
  const handlers: readonly string[] = Object.values(HANDLERS)
  return ScriptApp.getProjectTriggers().filter((trigger) => handlers.includes(trigger.getHandlerFunction()))
}

/** Does the workbook recalculate by itself, by triggers of the one who asks? */
export const automaticState = (): 'on' | 'off' => (ownTriggers().length === Object.keys(HANDLERS).length ? 'on' : 'off')
