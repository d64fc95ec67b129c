import type { BasisFact } from '../model/basis.ts'
import { type Enterprise, expectedIn } from '../model/enterprise.ts'
import type { Yuan } from '../model/money.ts'
import { decemberOf, januaryOf, type Month } from '../model/month.ts'
import { acceptedOutput, type Books } from './books.ts'
import { namesOf } from './counted.ts'

/** T12(p) and on whom it rests. */
export interface TrailingTwelveMonths {
  /** In whole yuan; null when no enterprise contributes a row. */
  yuan: Yuan | null
  /** How many enterprises enter with an earlier month than p. */
  older: number
  /** Those without any month whose terms are known. */
  leftOut: readonly Enterprise[]
}

/** Output of the twelve months up to and with `month` (measures.md, "Status", hold). */
export function trailingTwelveMonths(books: Books, members: readonly Enterprise[], month: Month): TrailingTwelveMonths {
  let yuan: Yuan | null = null
  let older = 0
  const leftOut: Enterprise[] = []
  for (const enterprise of members) {
    const newest = newestTwelveMonths(books, enterprise, month)
    if (newest === 'unknown') leftOut.push(enterprise)
    else if (newest !== 'never-expected') {
      yuan = (yuan ?? 0) + newest.yuan
      if (newest.until < month) older += 1
    }
  }
  return { yuan, older, leftOut }
}

/** Which window was added up, and who is not in it. */
export function trailingFacts({ yuan, older, leftOut }: TrailingTwelveMonths, month: Month): BasisFact[] {
  const window = { from: month - 11, to: month }
  const facts: BasisFact[] = [{ fact: yuan === null ? 'trailing-unknown' : 'trailing-window', ...window }]
  if (older > 0) facts.push({ fact: 'trailing-older', count: older })
  if (leftOut.length > 0) facts.push({ fact: 'left-out', names: namesOf(leftOut) })
  return facts
}

/** t(e,q) with q the newest of the twelve months for which its terms are known. */
function newestTwelveMonths(
  books: Books,
  enterprise: Enterprise,
  month: Month,
): { yuan: Yuan; until: Month } | 'unknown' | 'never-expected' {
  for (let until = month; until > month - 12; until -= 1) {
    // In December the two earlier terms are the same figure and cancel: the year's total is the twelve months' output.
    const isDecember = until === decemberOf(until)
    const total = term(books, enterprise, until)
    const lastDecember = isDecember ? null : term(books, enterprise, januaryOf(until) - 1)
    const lastYear = isDecember ? null : term(books, enterprise, until - 12)
    if (total === null && lastDecember === null && lastYear === null) return 'never-expected'
    const yuan = (total ?? 0) + (lastDecember ?? 0) - (lastYear ?? 0)
    if (!Number.isNaN(yuan)) return { yuan, until }
  }
  return 'unknown'
}

/**
 * The cumulative output at a month as a term of the sum: NaN when a report was expected and is not there; null, which is 0, when none
 * was expected since January. An enterprise that left during the year stands at its last expected month, as in C(p).
 */
function term(books: Books, enterprise: Enterprise, month: Month): number | null {
  const output = acceptedOutput(books, enterprise.id, month)
  if (!Number.isNaN(output)) return output
  for (let last = month; last >= januaryOf(month); last -= 1) {
    if (expectedIn(enterprise, last, books.settings.janFeb)) return acceptedOutput(books, enterprise.id, last)
  }
  return null
}
