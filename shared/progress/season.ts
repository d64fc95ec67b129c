import type { BasisFact } from '../model/basis.ts'
import type { Enterprise } from '../model/enterprise.ts'
import { type Month, monthOf, monthOfYear } from '../model/month.ts'
import { acceptedOutput, type Books } from './books.ts'
import { countedOutput } from './counted.ts'
import { ratio } from './ratio.ts'
import { isCompleteYear } from './reporting-period.ts'

/** How many years the seasonal share is the mean of. */
const YEARS_USED = 3

/** Which part of a year's output is usually there by a month. */
export interface Season {
  /** s(m), a fraction. */
  share: number
  /** s_y(m) of the years that it is the mean of, newest first; empty: none serves and the share is m / 12. */
  years: readonly { year: number; share: number }[]
}

/** s(m) of the month for the enterprises: mean of the newest three complete years that serve, else m / 12 (measures.md, "Season"). */
export function seasonOf(books: Books, members: readonly Enterprise[], month: Month): Season {
  const month12 = monthOfYear(month)
  const years: { year: number; share: number }[] = []
  for (const year of books.years.toReversed()) {
    if (years.length === YEARS_USED) break
    const share = isCompleteYear(year, books.asOf, books.settings) ? shareOfYear(books, members, year, month12) : null
    if (share !== null) years.push({ year, share })
  }
  const share = years.length === 0 ? month12 / 12 : years.reduce((sum, year) => sum + year.share, 0) / years.length
  return { share, years }
}

/** s_y(m); null when the enterprises accepted in both months make less than half of the year's output, or it is not positive. */
function shareOfYear(books: Books, members: readonly Enterprise[], year: number, month12: number): number | null {
  const december = monthOf(year, 12)
  let byMonth = 0
  let byDecember = 0
  for (const { id } of members) {
    const early = acceptedOutput(books, id, monthOf(year, month12))
    const whole = acceptedOutput(books, id, december)
    if (Number.isNaN(early) || Number.isNaN(whole)) continue
    byMonth += early
    byDecember += whole
  }
  const yearTotal = countedOutput(books, members, december)
  return yearTotal === null || byDecember * 2 < yearTotal ? null : ratio(byMonth, byDecember)
}

export const seasonFact = ({ share, years }: Season): BasisFact =>
  years.length === 0 ? { fact: 'season-even', share } : { fact: 'season', share, years: years.map(({ year }) => year) }

/** What the year will come to, in yuan not yet rounded. */
interface Forecast {
  likely: number | null
  low: number | null
  high: number | null
}

/**
 * The year's output by the estimate and the season, null when the share is 0; its range by the highest and lowest year, null with fewer
 * than two years or a share that is not positive (measures.md, "Season").
 */
export function forecastOf(estimate: number | null, { share, years }: Season): Forecast {
  const likely = ratio(estimate, share)
  const shares = years.map((year) => year.share)
  if (shares.length < 2 || Math.min(...shares) <= 0) return { likely, low: null, high: null }
  return { likely, low: ratio(estimate, Math.max(...shares)), high: ratio(estimate, Math.min(...shares)) }
}
