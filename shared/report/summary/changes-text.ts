import { nameIn } from '../../model/plan.ts'
import type { Progress } from '../../model/progress.ts'
import type { CellValue } from '../../model/tabs.ts'
import type { Texts } from '../../model/texts/texts.ts'
import { figureText } from '../amounts.ts'
import { type Change, changesSince, dayBefore } from './changes.ts'

/** Changes told in the headline; the rest is counted. */
const MOST_CHANGES = 4

/** What changed since a month ago, in one sentence: changes of status first. */
export function changesText(history: readonly (readonly CellValue[])[], progress: Progress, texts: Texts): string {
  const words = texts.summary.changes
  const changes = changesSince(history, progress, dayBefore(progress.asOf, { months: 1 }))
  if (changes === null) return words.noRecord
  const seen = changes.filter((change) => turned(change) || movedText(change, texts) !== null)
  if (seen.length === 0) return words.none
  const ordered = seen.toSorted((a, b) => Number(turned(b)) - Number(turned(a)))
  const told = ordered.slice(0, MOST_CHANGES).map((change) => changeText(change, texts))
  return words.sinceLastMonth(ordered.length > told.length ? [...told, words.more(ordered.length - told.length)] : told)
}

const turned = ({ statusBefore, indicator }: Change): boolean => statusBefore !== null && statusBefore !== indicator.status

/** One change in words: from which status to which, else by how much. */
function changeText(change: Change, texts: Texts): string {
  const { indicator, now, statusBefore } = change
  const words = texts.summary.changes
  const name = nameIn(indicator.name, texts.language)
  const moved = movedText(change, texts) ?? ''
  if (statusBefore !== null && turned(change)) {
    const told = words.status(name, texts.workbook.status[statusBefore], texts.workbook.status[indicator.status])
    return moved === '' ? told : `${told} (${moved})`
  }
  return words.value(name, moved === '' ? figureText(now, indicator.unit, texts.language) : moved)
}

/** By how much, as it is shown; null where that shows as nothing. */
function movedText({ indicator, before, now }: Change, texts: Texts): string | null {
  if (before === null || now === null) return before === now ? null : figureText(now, indicator.unit, texts.language)
  const amount = figureText(Math.abs(now - before), indicator.unit, texts.language)
  return /[1-9]/.test(amount) ? `${now > before ? '+' : '−'}${amount}` : null
}
