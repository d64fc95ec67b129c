import { roundYuan, type Yuan } from '../model/money.ts'
import type { Target, UnreadableTarget } from '../model/plan.ts'
import type { Indicator } from '../model/progress.ts'
import { ratio } from './ratio.ts'

/** What is known of a row of Targets before anything is measured: its names, and no value anywhere. */
export function unmeasured(row: Target | UnreadableTarget): Indicator {
  return {
    key: row.key,
    name: row.name,
    measure: row.measure,
    scope: row.scope,
    kind: row.kind,
    unit: row.unit,
    dueOn: row.readable ? row.dueOn : null,
    value: null,
    target: row.readable ? row.target : null,
    stretch: row.readable ? row.stretch : null,
    attainment: null,
    stretchAttainment: null,
    gap: null,
    pace: null,
    forecast: null,
    forecastLow: null,
    forecastHigh: null,
    neededPerMonth: null,
    yearOnYear: null,
    monthOnMonth: null,
    trailingTwelveMonths: null,
    monthsBelow: [],
    estimateWithLate: null,
    seasonalShare: null,
    path: null,
    coverage: null,
    status: 'no-data',
    completeness: null,
    basis: [],
  }
}

/** A row that can't be read: shown without a value, while the others go on (measures.md, "Scopes"). */
export const measureUnreadable = (row: UnreadableTarget): Indicator => ({
  ...unmeasured(row),
  basis: [{ fact: 'unreadable-target' }],
})

/** The figure to reach in the base of its unit; null when it is blank, 0 or negative (measures.md, "Shown with each target"). */
export const figureToReach = (typed: number | null): number | null => (typed !== null && typed > 0 ? typed : null)

/** Attainment, that of the stretch, and the gap of what stands against the row's figures; null where there is nothing to compare. */
export function compared(standing: number | null, row: Target): Pick<Indicator, 'attainment' | 'stretchAttainment' | 'gap'> {
  const figure = figureToReach(row.target)
  return {
    attainment: ratio(standing, figure),
    stretchAttainment: ratio(standing, figureToReach(row.stretch)),
    gap: standing === null || figure === null ? null : figure - standing,
  }
}

/** A quotient that is an amount, as it is shown: half up to a whole yuan. */
export const shownYuan = (yuan: number | null): Yuan | null => (yuan === null ? null : roundYuan(yuan))
