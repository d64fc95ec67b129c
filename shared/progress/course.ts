import { monthOfDay } from '../model/day.ts'
import type { Enterprise } from '../model/enterprise.ts'
import { januaryOf, type Month, monthOf, monthOfYear, yearOf } from '../model/month.ts'
import type { Target } from '../model/plan.ts'
import type { Course, CourseMonth } from '../model/progress.ts'
import { acceptedOutput, type Books } from './books.ts'
import { countedOutput } from './counted.ts'
import { emergingShare } from './emerging-share.ts'
import { estimateWithLate } from './estimate.ts'
import { figureToReach, shownYuan } from './indicator.ts'
import { pathOfYear } from './path.ts'
import { membersOf } from './scope.ts'
import { forecastOf, seasonOf } from './season.ts'

/** The county's year by month as today's rows tell it: what was, what was a year before, what the path asks for, what was to be expected. */
export function courseOf(books: Books): Course {
  const county = membersOf(books, 'county')
  const path = pathOfCounty(books, county)
  const january = januaryOf(books.period)
  return {
    year: yearOf(books.period),
    months: Array.from({ length: 12 }, (_, index) => courseMonth(books, county, january + index, path)),
  }
}

function courseMonth(books: Books, county: readonly Enterprise[], month: Month, path: number | null): CourseMonth {
  const season = seasonOf(books, county, month)
  const lastYear = {
    cumulativeLastYear: countedOutput(books, county, month - 12),
    monthlyLastYear: monthValue(books, county, month - 12),
    emergingShareLastYear: emergingShare(books, county, month - 12).value,
    path: shownYuan(path === null ? null : path * season.share),
  }
  if (month > books.period)
    return {
      ...lastYear,
      cumulative: null,
      monthly: null,
      emergingShare: null,
      forecast: null,
      forecastLow: null,
      forecastHigh: null,
    }
  const forecast = forecastOf(estimateWithLate(books, county, month).yuan, season)
  return {
    ...lastYear,
    cumulative: countedOutput(books, county, month),
    monthly: monthValue(books, county, month),
    emergingShare: emergingShare(books, county, month).value,
    forecast: shownYuan(forecast.likely),
    forecastLow: shownYuan(forecast.low),
    forecastHigh: shownYuan(forecast.high),
  }
}

/** path(y) of the county's first output to be reached; null where the plan has none. */
function pathOfCounty(books: Books, county: readonly Enterprise[]): number | null {
  const row = books.plan.targets.find(
    (target): target is Target =>
      target.readable && target.measure === 'output' && target.scope === 'county' && target.kind === 'reach',
  )
  const figure = row ? figureToReach(row.target) : null
  if (!row || figure === null || row.dueOn === null) return null
  const dueYear = yearOf(monthOfDay(row.dueOn))
  return pathOfYear(books, county, row, { figure, dueYear, year: yearOf(books.period) }).yuan
}

/** Sum of M(e,p) over those that have it; null for none, and for January and February when merged (measures.md, "Growth"). */
function monthValue(books: Books, members: readonly Enterprise[], month: Month): number | null {
  if (books.settings.janFeb === 'merged' && monthOfYear(month) <= 2) return null
  const isJanuary = month === monthOf(yearOf(month), 1)
  let sum: number | null = null
  for (const { id } of members) {
    const value = acceptedOutput(books, id, month) - (isJanuary ? 0 : acceptedOutput(books, id, month - 1))
    if (!Number.isNaN(value)) sum = (sum ?? 0) + value
  }
  return sum
}
