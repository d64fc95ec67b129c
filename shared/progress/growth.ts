import type { BasisFact } from '../model/basis.ts'
import type { Enterprise } from '../model/enterprise.ts'
import { januaryOf, type Month, monthOfYear } from '../model/month.ts'
import { acceptedOutput, type Books } from './books.ts'
import { ratio } from './ratio.ts'

/** A quotient of two sums over the same enterprises; the factor is null when nobody has both or the base is not positive. */
export interface Growth {
  factor: number | null
  enterprises: number
}

/** g: output of the month over that of an earlier month, over the enterprises accepted in both (measures.md, "Estimate"). */
export const growthSince = (books: Books, members: readonly Enterprise[], earlier: Month, month: Month): Growth =>
  sameScope(
    members,
    (id) => acceptedOutput(books, id, month),
    (id) => acceptedOutput(books, id, earlier),
  )

/**
 * h, and year on year plus 1: output of the month over last year's, over the enterprises accepted in both; where last year's row is
 * absent the row's own figure of last year serves (measures.md, "Growth"). `typedBases` is how often it did.
 */
export function growthOnLastYear(books: Books, members: readonly Enterprise[], month: Month): Growth & { typedBases: number } {
  const column = books.columns.get(month)
  const current = (id: number) => acceptedOutput(books, id, month)
  const typed = (id: number) => column?.outputYtdLastYear[id] ?? Number.NaN
  const accepted = (id: number) => acceptedOutput(books, id, month - 12)
  const growth = sameScope(members, current, (id) => (Number.isNaN(accepted(id)) ? typed(id) : accepted(id)))
  const typedBases = members.filter(({ id }) => Number.isNaN(accepted(id)) && !Number.isNaN(typed(id))).length
  return { ...growth, typedBases }
}

/**
 * Month value over that of the month before, over the enterprises that have both; the factor is null where either month has none, as
 * February and March of merged years (measures.md, "Growth").
 */
export const growthOnLastMonth = (books: Books, members: readonly Enterprise[], month: Month): Growth =>
  sameScope(
    members,
    (id) => monthValue(books, id, month),
    (id) => monthValue(books, id, month - 1),
  )

/** The relative change that the growth stands for, and the facts on it; null and none without a factor. */
export function relativeChange(growth: Growth, fact: BasisFact): { change: number | null; facts: BasisFact[] } {
  return growth.factor === null ? { change: null, facts: [] } : { change: growth.factor - 1, facts: [fact] }
}

/** M(e,p) in whole yuan; NaN where there is none (measures.md, "Growth"). */
function monthValue(books: Books, enterprise: number, month: Month): number {
  const isJanuary = month === januaryOf(month)
  if (books.settings.janFeb === 'merged' && monthOfYear(month) <= 2) return Number.NaN
  const before = isJanuary ? 0 : acceptedOutput(books, enterprise, month - 1)
  return acceptedOutput(books, enterprise, month) - before
}

function sameScope(members: readonly Enterprise[], current: (id: number) => number, base: (id: number) => number): Growth {
  let currentSum = 0
  let baseSum = 0
  let enterprises = 0
  for (const { id } of members) {
    const now = current(id)
    const then = base(id)
    if (Number.isNaN(now) || Number.isNaN(then)) continue
    currentSum += now
    baseSum += then
    enterprises += 1
  }
  return { factor: ratio(currentSum, baseSum), enterprises }
}
