import { roundYuan, type Yuan } from '../../model/money.ts'
import { type Earlier, type OrderRule, shown } from './rule.ts'

/** How many of its own positive months a row is compared with, and how many it takes. */
const MOST_MONTHS = 12
const FEWEST_MONTHS = 3

/**
 * How far from the usual a figure lies when a unit was mistaken. About 10 is 5 to 20: beyond what business does from one month to the
 * next, which is `jump`'s to ask about: a digit too many, or 千元 for 万元. 1,000 and 10,000 (元 for 万元) share one band, as B10 has it:
 * nothing else lies there.
 */
const BANDS = [
  { factor: '10', from: 5, to: 20 },
  { factor: '1000', from: 300, to: 3_000 },
  { factor: '10000', from: 3_000, to: 30_000 },
]

/**
 * A figure about 10, 1,000 or 10,000 times its own history, or the inverse; needs three positive months of its own. The month value is
 * compared with the usual month, unless the same month of last year explains it (a season), and the total with the total that a
 * usual month would give, since a slip in the total shows there as the factor itself.
 */
export const unitSlip: OrderRule = ({ outputYtdYuan, ownMonthYuan, newestOfYear, yearBefore, accepted, month }) => {
  if (outputYtdYuan === null) return null
  const before = newestOfYear?.outputYtdYuan ?? 0
  const monthsSince = newestOfYear === null ? (month % 12) + 1 : month - newestOfYear.month
  const range = rangeOf(accepted)
  if (range === null) return null
  const { least, most } = range
  const first = BANDS[0]!.from
  const inside = (value: number, low: number, high: number): boolean => value < low * first && value * first > high
  const usualTotalLow = before + least * monthsSince
  const usualTotalHigh = before + most * monthsSince
  if ((ownMonthYuan === null || inside(ownMonthYuan, least, most)) && inside(outputYtdYuan, usualTotalLow, usualTotalHigh))
    return null

  const usual = medianOf(accepted)
  const byTotal = bandOf(outputYtdYuan / (before + usual * monthsSince))
  const byMonth = ownMonthYuan === null ? null : bandOf(ownMonthYuan / usual)
  const lastYear = yearBefore?.ownMonthYuan ?? null
  const isSeason = lastYear !== null && lastYear > 0 && ownMonthYuan !== null && bandOf(ownMonthYuan / lastYear) === null
  const band = byTotal ?? (isSeason ? null : byMonth)
  if (band === null) return null
  return {
    rule: 'unit-slip',
    column: 'outputYtd',
    facts: {
      factor: band,
      // Which of the two figures lies so far off: the sentence must name that one.
      ...(byTotal === null && { month: shown(ownMonthYuan!) }),
      usual: shown(aboutYuan(usual)),
      total: shown(outputYtdYuan),
      expected: shown(aboutYuan(before + usual * monthsSince)),
    },
  }
}

/** An estimate is told to a hundredth of 10,000 yuan, as figures are typed. */
const aboutYuan = (amount: number): Yuan => roundYuan(amount / 100) * 100

/** `10`, `1000`, `10000`, or `1/10` …; null when the ratio is no mistaken unit. */
function bandOf(ratio: number): string | null {
  if (!(ratio > 0)) return null
  const size = ratio >= 1 ? ratio : 1 / ratio
  const band = BANDS.find(({ from, to }) => size >= from && size <= to)
  return band ? (ratio >= 1 ? band.factor : `1/${band.factor}`) : null
}

/** The least and the most of the newest positive months: without sorting, they clear nearly every row. Null below three months. */
function rangeOf(accepted: readonly Earlier[]): { least: number; most: number } | null {
  let least = Number.POSITIVE_INFINITY
  let most = 0
  let count = 0
  for (let index = accepted.length - 1; index >= 0 && count < MOST_MONTHS; index -= 1) {
    const own = accepted[index]!.ownMonthYuan
    if (own === null || own <= 0) continue
    if (own < least) least = own
    if (own > most) most = own
    count += 1
  }
  return count < FEWEST_MONTHS ? null : { least, most }
}

function medianOf(accepted: readonly Earlier[]): number {
  const months = accepted
    .map((earlier) => earlier.ownMonthYuan)
    .filter((own): own is number => own !== null && own > 0)
    .slice(-MOST_MONTHS)
    .sort((left, right) => left - right)
  const middle = months.length / 2
  return months.length % 2 === 1 ? months[Math.floor(middle)]! : (months[middle - 1]! + months[middle]!) / 2
}
