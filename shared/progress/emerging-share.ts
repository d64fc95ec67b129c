import type { BasisFact } from '../model/basis.ts'
import type { Enterprise } from '../model/enterprise.ts'
import type { Month } from '../model/month.ts'
import type { Books } from './books.ts'
import { countedMonths, countedOutput, NO_MONTH } from './counted.ts'
import { ratio, reaches } from './ratio.ts'

/** A share or a count at a month, as a fraction or a number; null: no value. */
export interface StockValue {
  value: number | null
  /** Part of the output that the rows behind the value cover; null for counts. */
  coverage: number | null
  facts: BasisFact[]
}

/**
 * Added value of the emerging enterprises over that of all, year to date, from the counted rows that give it; null below the coverage
 * asked for in Settings (measures.md, "emerging-share").
 */
export function emergingShare(books: Books, members: readonly Enterprise[], month: Month): StockValue {
  const months = countedMonths(books, month)
  let emerging = 0
  let all = 0
  let outputGiving = 0
  let giving = 0
  let counted = 0
  for (const { id, emergingField } of members) {
    const newest = months[id]!
    if (newest === NO_MONTH) continue
    counted += 1
    const column = books.columns.get(newest)!
    const valueAdded = column.valueAddedYtd[id]!
    if (Number.isNaN(valueAdded)) continue
    giving += 1
    outputGiving += column.outputYtd[id]!
    all += valueAdded
    if (emergingField !== null) emerging += valueAdded
  }
  const coverage = ratio(outputGiving, countedOutput(books, members, month))
  const facts: BasisFact[] = [{ fact: 'share-rows', giving, counted, coverage }]
  const needed = books.settings.shareCoverage
  if (coverage !== null && reaches(coverage, needed)) return { value: ratio(emerging, all), coverage, facts }
  return { value: null, coverage, facts: [...facts, { fact: 'coverage-low', needed }] }
}
