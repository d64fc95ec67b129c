import { type Month, monthOfYear, yearOf } from '../../model/month.ts'
import { FIRST_MONTH, LAST_MONTH, type SampleEnterprise } from './enterprises.ts'
import { GROUPS, SAMPLE_GROUPS, type SampleGroup } from './groups.ts'

/** Output by enterprise number and month (0: January 2021), in hundredths of 10,000 yuan: integers, so that sums are exact. */
export type OutputSeries = readonly (readonly number[])[]

/** The group's output of the years 2021 to 2025, in 100 million yuan. */
const YEAR_TOTALS: Record<SampleGroup, readonly number[]> = {
  casting: [70, 75.8, 81.9, 88.4, 95.3],
  carbon: [109, 111, 110, 112, 113.5],
  building: [52, 55, 58.5, 62, 65.5],
  'rose-ejiao': [40, 45, 51, 57.5, 64.5],
  emerging: [38, 46, 55, 65, 75.5],
  other: [76, 79, 83, 87, 91],
}
const HUNDREDTHS_IN_100_MILLION_YUAN = 1_000_000

/** Weight of the months January to December; roses are picked and pressed in May. */
const SEASON = [0.9, 0.75, 1, 0.99, 1.01, 1.06, 0.96, 0.97, 1.03, 1.02, 1.06, 1.15]
const ROSE_SEASON = [0.88, 0.74, 0.97, 1.02, 1.18, 1.12, 0.97, 0.93, 0.98, 1.01, 1.05, 1.12]

/** How far a month strays from its season, and an enterprise's yearly growth from its group's. */
const MONTH_NOISE = 0.05
const GROWTH_SPREAD = 0.07

/**
 * What each enterprise produced month by month. Every group's years add up to its totals; within them the larger ones have more,
 * some grow faster than others, and who entered or left produced nothing before or after.
 */
export function outputSeries(enterprises: readonly SampleEnterprise[], random: () => number): OutputSeries {
  const series = enterprises.map((enterprise) => rawSeries(enterprise, random))
  for (const group of SAMPLE_GROUPS) {
    const members = enterprises.filter((enterprise) => enterprise.group === group).map(({ number }) => series[number]!)
    for (const [year, total] of YEAR_TOTALS[group].entries())
      scaleYear(members, year * 12, total * HUNDREDTHS_IN_100_MILLION_YUAN)
  }
  for (const months of series) keepMonthsApart(months)
  return series
}

/** The same figure twice running is a mistake (`unchanged`), so chance must not make one. */
function keepMonthsApart(months: number[]): void {
  for (const [index, hundredths] of months.entries())
    if (hundredths > 0 && hundredths === months[index - 1]) months[index] = hundredths + 1
}

function rawSeries({ group, place, reportsFrom, reportsUntil }: SampleEnterprise, random: () => number): number[] {
  const size = (place === 0 ? GROUPS[group].leaderFactor : 1) / (place + 3) ** 0.75
  const growth = 1 + spread(random, GROWTH_SPREAD)
  const season = group === 'rose-ejiao' ? ROSE_SEASON : SEASON
  return Array.from({ length: LAST_MONTH - FIRST_MONTH + 1 }, (_, index) => {
    const month: Month = FIRST_MONTH + index
    const noise = 1 + spread(random, MONTH_NOISE)
    const active = month >= reportsFrom && (reportsUntil === null || month <= reportsUntil)
    return active ? size * growth ** (index / 12) * season[monthOfYear(month) - 1]! * noise : 0
  })
}

function scaleYear(members: readonly number[][], january: number, total: number): void {
  const months = Array.from({ length: 12 }, (_, index) => january + index)
  const raw = members.reduce((sum, series) => sum + months.reduce((year, index) => year + series[index]!, 0), 0)
  for (const series of members) for (const index of months) series[index] = Math.round((series[index]! * total) / raw)
}

/** Of the month. */
export const monthOutput = (series: readonly number[], month: Month): number => series[month - FIRST_MONTH]!

/** Since January of the month's year. */
export function cumulative(series: readonly number[], month: Month): number {
  const index = month - FIRST_MONTH
  const january = (yearOf(month) - yearOf(FIRST_MONTH)) * 12
  return series.slice(january, index + 1).reduce((sum, hundredths) => sum + hundredths, 0)
}

const spread = (random: () => number, width: number): number => (random() * 2 - 1) * width
