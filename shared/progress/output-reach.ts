import { monthOfDay } from '../model/day.ts'
import type { Yuan } from '../model/money.ts'
import { decemberOf, monthOf, monthOfYear, yearOf } from '../model/month.ts'
import type { Target } from '../model/plan.ts'
import type { Indicator, Status } from '../model/progress.ts'
import type { Books } from './books.ts'
import { countedOutput } from './counted.ts'
import { shownYuan } from './indicator.ts'
import type { OutputStanding } from './output.ts'
import { statusByPace } from './pace.ts'
import { pathOfYear } from './path.ts'
import { ratio } from './ratio.ts'
import { isCompleteYear } from './reporting-period.ts'

/** Judges an output to be reached in the due date's year (measures.md, "Path" and "Status", output, reach). */
export function judgeReach(
  books: Books,
  standing: OutputStanding,
  row: Target,
  figure: Yuan,
): Pick<Indicator, 'pace' | 'path' | 'neededPerMonth' | 'status' | 'basis'> {
  if (row.dueOn === null)
    return { pace: null, path: null, neededPerMonth: null, status: 'no-data', basis: [{ fact: 'no-due-date' }] }
  const dueYear = yearOf(monthOfDay(row.dueOn))
  const path = pathOfYear(books, standing.members, row, { figure, dueYear, year: yearOf(books.period) })
  const pace = ratio(standing.estimate, path.yuan === null ? null : path.yuan * standing.season.share)
  const reachedIn = yearReached(books, standing, row, { figure, dueYear })
  return {
    pace,
    path: shownYuan(path.yuan),
    neededPerMonth: shownYuan(neededPerMonth(books, standing.total, { figure, dueYear, isReached: reachedIn !== null })),
    status: statusOf(books, standing, { dueYear, pace, isReached: reachedIn !== null }),
    basis: reachedIn === null ? path.facts : [...path.facts, { fact: 'reached-in', year: reachedIn }],
  }
}

function statusOf(
  books: Books,
  { members, total }: OutputStanding,
  { dueYear, pace, isReached }: { dueYear: number; pace: number | null; isReached: boolean },
): Status {
  if (isReached) return 'achieved'
  const isOver = isCompleteYear(dueYear, books.asOf, books.settings)
  if (isOver && countedOutput(books, members, monthOf(dueYear, 12)) !== null) return 'missed'
  return total === null || pace === null ? 'no-data' : statusByPace(pace, books.settings)
}

/** The first year from the starting date's to the due date's whose output reaches the figure; null when none has. */
function yearReached(
  books: Books,
  { members }: OutputStanding,
  { startsOn }: Target,
  { figure, dueYear }: { figure: Yuan; dueYear: number },
): number | null {
  const startYear = startsOn === null ? Number.NEGATIVE_INFINITY : yearOf(monthOfDay(startsOn))
  const reached = books.years.find((year) => {
    if (year < startYear || year > dueYear) return false
    const newest = Math.min(decemberOf(monthOf(year, 1)), books.period)
    return (countedOutput(books, members, newest) ?? Number.NEGATIVE_INFINITY) >= figure
  })
  return reached ?? null
}

/** What each month left of the due date's year must bring, in yuan not yet rounded; 0 once reached, null outside it and in December. */
function neededPerMonth(
  { period }: Books,
  total: Yuan | null,
  { figure, dueYear, isReached }: { figure: Yuan; dueYear: number; isReached: boolean },
): number | null {
  if (yearOf(period) !== dueYear || total === null) return null
  if (isReached) return 0
  return ratio(figure - total, 12 - monthOfYear(period))
}
