import type { MenuTexts } from '../../shared/model/texts/menu-texts.ts'
import type { Outcome } from './call-service.ts'

/** What a person can click twice without meaning it. */
const CLICK_SECONDS = 5
/** Two calls and the wait between them: a script that was ended keeps nobody out for longer. */
const MOST_SECONDS = 150
const LOCK_MS = 5_000

export type Action = 'recalculate' | 'digest' | 'check'

/**
 * Does the work of a click unless the same person's last click for it is still being worked off, or was a moment ago; then it says so and
 * gives undefined. `work` gets the click's own Idempotency-Key. After a refusal the next click counts at once.
 */
export function oncePerClick(action: Action, texts: MenuTexts, work: (key: string) => Outcome): Outcome | undefined {
  const cache = CacheService.getUserCache()
  if (!begin(action, cache)) {
    SpreadsheetApp.getActiveSpreadsheet().toast(texts.underWay, texts.item[action])
    return undefined
  }
  SpreadsheetApp.getActiveSpreadsheet().toast(texts.working[action], texts.item[action], -1)
  let outcome: Outcome | undefined
  try {
    outcome = work(Utilities.getUuid())
    return outcome
  } finally {
    if (outcome && 'document' in outcome) cache.put(action, 'done', CLICK_SECONDS)
    else cache.remove(action)
    SpreadsheetApp.getActiveSpreadsheet().toast(texts.done, texts.item[action], 1)
  }
}

/** Looking and marking are one step, for two clicks are two scripts that run at once. */
function begin(action: Action, cache: GoogleAppsScript.Cache.Cache): boolean {
  const lock = LockService.getUserLock()
  if (!lock.tryLock(LOCK_MS)) return false
  try {
    if (cache.get(action) !== null) return false
    cache.put(action, 'under way', MOST_SECONDS)
    return true
  } finally {
    lock.releaseLock()
  }
}
