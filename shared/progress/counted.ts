import type { BasisFact } from '../model/basis.ts'
import { type Enterprise, expectedIn } from '../model/enterprise.ts'
import type { Yuan } from '../model/money.ts'
import { januaryOf, type Month } from '../model/month.ts'
import type { Completeness } from '../model/progress.ts'
import { acceptedOutput, type Books } from './books.ts'

/** Stands in `countedMonths` where an enterprise has no row to count. */
export const NO_MONTH = -1

/**
 * By enterprise id, the month whose row counts at `month`: the newest accepted one of the year up to it, else `NO_MONTH`
 * (measures.md, "Counted").
 */
export function countedMonths(books: Books, month: Month): Int32Array {
  const known = books.countedMonths.get(month)
  if (known) return known
  const counted =
    month === januaryOf(month)
      ? new Int32Array(books.register.length).fill(NO_MONTH)
      : Int32Array.from(countedMonths(books, month - 1))
  books.columns.get(month)?.outputYtd.forEach((output, enterprise) => {
    if (!Number.isNaN(output)) counted[enterprise] = month
  })
  books.countedMonths.set(month, counted)
  return counted
}

/** C(p): cumulative output of the enterprises in whole yuan; null when there is no row at all (measures.md, "Counted"). */
export function countedOutput(books: Books, members: readonly Enterprise[], month: Month): Yuan | null {
  const counted = countedMonths(books, month)
  let total: Yuan | null = null
  for (const { id } of members) {
    const newest = counted[id]!
    if (newest !== NO_MONTH) total = (total ?? 0) + acceptedOutput(books, id, newest)
  }
  return total
}

/** The enterprises expected in the month, by whether and how they are counted. */
interface Reporting {
  reported: Enterprise[]
  carried: Enterprise[]
  missing: Enterprise[]
}

/** Who of the enterprises reported, is carried, is missing, of those expected in the month (measures.md, "Counted"). */
export function reportingOf(books: Books, members: readonly Enterprise[], month: Month): Reporting {
  const counted = countedMonths(books, month)
  const reporting: Reporting = { reported: [], carried: [], missing: [] }
  for (const enterprise of members) {
    if (!expectedIn(enterprise, month, books.settings.janFeb)) continue
    const newest = counted[enterprise.id]!
    reporting[newest === month ? 'reported' : newest === NO_MONTH ? 'missing' : 'carried'].push(enterprise)
  }
  return reporting
}

/** The same in numbers; `share` is null when nobody is expected. */
export function completenessOf(books: Books, members: readonly Enterprise[], month: Month): Completeness {
  const { reported, carried, missing } = reportingOf(books, members, month)
  const expected = reported.length + carried.length + missing.length
  return {
    expected,
    reported: reported.length,
    carried: carried.length,
    missing: missing.length,
    share: expected === 0 ? null : reported.length / expected,
    late: [...carried, ...missing].map((enterprise) => enterprise.id).sort((a, b) => a - b),
  }
}

/** How the total came about: who is in it and who is late. */
export function countedFacts(books: Books, members: readonly Enterprise[], month: Month): BasisFact[] {
  const { reported, carried, missing } = reportingOf(books, members, month)
  const expected = reported.length + carried.length + missing.length
  const facts: BasisFact[] =
    expected === 0 ? [{ fact: 'nobody-expected', month }] : [{ fact: 'rows-counted', counted: reported.length, expected }]
  if (countedOutput(books, members, month) === null) facts.push({ fact: 'no-rows', month })
  if (carried.length > 0) facts.push({ fact: 'carried', names: namesOf(carried) })
  if (missing.length > 0) facts.push({ fact: 'missing', names: namesOf(missing) })
  return facts
}

export const namesOf = (enterprises: readonly Enterprise[]): string[] => enterprises.map((enterprise) => enterprise.name)
