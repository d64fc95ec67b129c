import type { Yuan } from '../model/money.ts'
import { monthOf } from '../model/month.ts'
import { openBooks } from './books.ts'
import { countedOutput } from './counted.ts'
import type { ProgressInput } from './measure-progress.ts'
import { type FigureScope, membersOf } from './scope.ts'

/**
 * C(month) of the scope for the twelve months of the year from January, in whole yuan; null where there is no row, and after the
 * reporting period (measures.md, "Counted").
 */
export function outputByMonth(input: ProgressInput, scope: FigureScope, year: number): (Yuan | null)[] {
  const books = openBooks(input)
  const members = membersOf(input, scope)
  const january = monthOf(year, 1)
  return Array.from({ length: 12 }, (_, index) =>
    january + index > books.period ? null : countedOutput(books, members, january + index),
  )
}
