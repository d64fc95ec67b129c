import { fieldsOf } from './answer-fields.ts'

/** That input was edited and not yet recalculated: when, and how often recalculating has failed since. */
export interface DirtyMark {
  atMs: number
  tries: number
}

const NAME = 'dirty'
const LOCK_MS = 10_000

/** Sets the workbook's mark, which all who edit it share. */
export function putDirtyMark(mark: DirtyMark): void {
  store().setProperty(NAME, JSON.stringify(mark))
}

/** Takes the mark away where it is due; an edit after that sets a new one. Of two people's clocks one gets it. */
export function takeDirtyMark(isDue: (mark: DirtyMark) => boolean): DirtyMark | undefined {
  const lock = LockService.getDocumentLock()
  // Without the lock nothing is done: the clock comes again.
  if (!lock.tryLock(LOCK_MS)) return undefined
  try {
    const mark = read()
    if (!mark || !isDue(mark)) return undefined
    store().deleteProperty(NAME)
    return mark
  } finally {
    lock.releaseLock()
  }
}

/** Sets the mark again, unless an edit has meanwhile set its own. */
export function putDirtyMarkBack(mark: DirtyMark): void {
  if (!read()) putDirtyMark(mark)
}

const store = (): GoogleAppsScript.Properties.Properties => PropertiesService.getDocumentProperties()

function read(): DirtyMark | undefined {
  const text = store().getProperty(NAME)
  if (text === null) return undefined
  const { atMs, tries } = fieldsOf(JSON.parse(text))
  return { atMs: Number(atMs), tries: Number(tries) }
}
