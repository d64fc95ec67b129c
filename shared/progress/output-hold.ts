import type { BasisFact } from '../model/basis.ts'
import { monthOfDay } from '../model/day.ts'
import type { Yuan } from '../model/money.ts'
import { januaryOf, type Month } from '../model/month.ts'
import type { Target } from '../model/plan.ts'
import type { Indicator } from '../model/progress.ts'
import type { Books } from './books.ts'
import { countedOutput } from './counted.ts'
import { estimateWithLate } from './estimate.ts'
import type { OutputStanding } from './output.ts'
import { trailingTwelveMonths } from './trailing-twelve-months.ts'

/**
 * Judges an output to be held above a figure, by the trailing twelve months, while the starting and the due date last; later the verdict
 * of the due date's month stands (measures.md, "Status", output, hold).
 */
export function judgeHold(
  books: Books,
  { members }: OutputStanding,
  { startsOn, dueOn }: Target,
  figure: Yuan,
): Pick<Indicator, 'status' | 'monthsBelow' | 'basis'> {
  const from = startsOn === null ? null : monthOfDay(startsOn)
  const until = dueOn === null ? null : monthOfDay(dueOn)
  if (from !== null && books.period < from) {
    return { status: 'no-data', monthsBelow: [], basis: [{ fact: 'judged-from', month: from }] }
  }
  const judged = until !== null && until < books.period ? until : books.period
  const trailing = (month: Month) => trailingTwelveMonths(books, members, month).yuan
  const total = trailing(judged)
  const couldStillHold = total !== null && total < figure && couldReach(books, members, judged, total, figure)
  const status = total === null || couldStillHold ? 'no-data' : total >= figure ? 'holding' : 'breached'
  const basis: BasisFact[] = couldStillHold ? [{ fact: 'undecided-late' }] : []
  if (judged < books.period) basis.push({ fact: 'judged-at', month: judged })
  return { status, monthsBelow: twelveMonthsUpTo(judged).filter(isBelow), basis }

  function isBelow(month: Month): boolean {
    // A merged January has no report of its own: its twelve months are December's.
    if (books.settings.janFeb === 'merged' && month === januaryOf(month)) return false
    const yuan = trailing(month)
    return yuan !== null && yuan < figure
  }
}

/** Would the figure be reached if the late ones brought what is estimated for them? With nobody late the estimate adds nothing. */
function couldReach(books: Books, members: OutputStanding['members'], month: Month, total: Yuan, figure: Yuan): boolean {
  const estimate = estimateWithLate(books, members, month).yuan ?? 0
  return total + estimate - (countedOutput(books, members, month) ?? 0) >= figure
}

const twelveMonthsUpTo = (month: Month): Month[] => Array.from({ length: 12 }, (_, index) => month - 11 + index)
