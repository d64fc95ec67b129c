import type { Progress } from '../../model/progress.ts'
import type { CellValue } from '../../model/tabs.ts'
import type { Texts } from '../../model/texts/texts.ts'
import { figureText, nameIn } from '../amounts.ts'
import { type Change, changesSince, dayBefore } from './changes.ts'

/** Changes told in the headline; the rest is counted. */
const MOST_CHANGES = 4

/** What changed since a month ago, in one sentence: changes of status first. */
export function changesText(history: readonly (readonly CellValue[])[], progress: Progress, texts: Texts): string {
  const words = texts.summary.changes
  const changes = changesSince(history, progress, dayBefore(progress.asOf, { months: 1 }))
  if (changes === null) return words.noRecord
  if (changes.length === 0) return words.none
  const ordered = changes.toSorted((a, b) => Number(turned(b)) - Number(turned(a)))
  const told = ordered.slice(0, MOST_CHANGES).map((change) => changeText(change, texts))
  return words.sinceLastMonth(ordered.length > told.length ? [...told, words.more(ordered.length - told.length)] : told)
}

const turned = ({ statusBefore, indicator }: Change): boolean => statusBefore !== null && statusBefore !== indicator.status

/** One change in words: from which status to which, else by how much. */
function changeText(change: Change, texts: Texts): string {
  const { indicator, before, now, statusBefore } = change
  const words = texts.summary.changes
  const name = nameIn(indicator.name, texts.language)
  const difference = before === null || now === null ? null : now - before
  const amount = (value: number) => figureText(Math.abs(value), indicator.unit, texts.language)
  const moved = difference === null || difference === 0 ? '' : `${difference > 0 ? '+' : '−'}${amount(difference)}`
  if (statusBefore !== null && turned(change)) {
    const told = words.status(name, texts.workbook.status[statusBefore], texts.workbook.status[indicator.status])
    return moved === '' ? told : `${told} (${moved})`
  }
  return words.value(name, moved === '' ? figureText(now, indicator.unit, texts.language) : moved)
}
