import type { BasisFact } from '../model/basis.ts'
import type { Enterprise } from '../model/enterprise.ts'
import type { Target } from '../model/plan.ts'
import type { Indicator } from '../model/progress.ts'
import type { Books } from './books.ts'
import { completenessOf, countedFacts, countedOutput } from './counted.ts'
import { estimateWithLate } from './estimate.ts'
import { growthOnLastMonth, growthOnLastYear, relativeChange } from './growth.ts'
import { compared, figureToReach, shownYuan, unmeasured } from './indicator.ts'
import { judgeHold } from './output-hold.ts'
import { judgeReach } from './output-reach.ts'
import { membersOf } from './scope.ts'
import { forecastOf, type Season, seasonFact, seasonOf } from './season.ts'
import { type TrailingTwelveMonths, trailingFacts, trailingTwelveMonths } from './trailing-twelve-months.ts'

/** Where the output of a scope stands in the reporting period, whatever its target; amounts in yuan. */
export interface OutputStanding {
  members: readonly Enterprise[]
  total: number | null
  /** E(P), not yet rounded. */
  estimate: number | null
  season: Season
  trailing: TrailingTwelveMonths
}

/** A target of industrial output: its figures and where it stands (measures.md, "output"). */
export function measureOutput(books: Books, row: Target): Indicator {
  const members = membersOf(books, row.scope)
  const { standing, shown, facts } = outputStanding(books, members)
  const judgedBy = row.kind === 'hold' ? standing.trailing.yuan : standing.total
  const indicator: Indicator = { ...unmeasured(row), ...shown, ...compared(judgedBy, row), basis: facts }
  if (row.kind === 'track') return { ...indicator, status: 'tracking' }

  const figure = figureToReach(row.target)
  if (figure === null) return { ...indicator, basis: [...facts, { fact: 'no-target' }] }
  const judged = row.kind === 'hold' ? judgeHold(books, standing, row, figure) : judgeReach(books, standing, row, figure)
  return { ...indicator, ...judged, basis: [...facts, ...judged.basis] }
}

function outputStanding(books: Books, members: readonly Enterprise[]) {
  const { period } = books
  const total = countedOutput(books, members, period)
  const estimate = estimateWithLate(books, members, period)
  const season = seasonOf(books, members, period)
  const forecast = forecastOf(estimate.yuan, season)
  const trailing = trailingTwelveMonths(books, members, period)
  const growth = growthFigures(books, members)
  return {
    standing: { members, total, estimate: estimate.yuan, season, trailing } satisfies OutputStanding,
    shown: {
      value: total,
      completeness: completenessOf(books, members, period).share,
      estimateWithLate: shownYuan(estimate.yuan),
      seasonalShare: season.share,
      forecast: shownYuan(forecast.likely),
      forecastLow: shownYuan(forecast.low),
      forecastHigh: shownYuan(forecast.high),
      trailingTwelveMonths: trailing.yuan,
      yearOnYear: growth.yearOnYear,
      monthOnMonth: growth.monthOnMonth,
    } satisfies Partial<Indicator>,
    facts: [
      ...countedFacts(books, members, period),
      ...estimate.facts,
      ...growth.facts,
      seasonFact(season),
      ...trailingFacts(trailing, period),
    ],
  }
}

/** Year on year and month on month of the reporting period, as relative changes. */
function growthFigures(books: Books, members: readonly Enterprise[]) {
  const yearly = growthOnLastYear(books, members, books.period)
  const monthly = growthOnLastMonth(books, members, books.period)
  const yearOnYear = relativeChange(yearly, {
    fact: 'year-on-year',
    enterprises: yearly.enterprises,
    typedBases: yearly.typedBases,
  })
  const monthOnMonth = relativeChange(monthly, { fact: 'month-on-month', enterprises: monthly.enterprises })
  const facts: BasisFact[] = [...yearOnYear.facts, ...monthOnMonth.facts]
  return { yearOnYear: yearOnYear.change, monthOnMonth: monthOnMonth.change, facts }
}
