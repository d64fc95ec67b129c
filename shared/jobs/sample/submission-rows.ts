import type { Language } from '../../model/language.ts'
import { formatMonth, type Month, monthOfYear, yearOf } from '../../model/month.ts'
import { nameIn } from '../../model/plan.ts'
import type { TypedRow } from '../../model/verdict.ts'
import { FIRST_MONTH, LAST_MONTH, PINGYIN_ENTERPRISES, type SampleEnterprise } from './enterprises.ts'
import type { SampleGroup } from './groups.ts'
import { cumulative, monthOutput, type OutputSeries } from './output-series.ts'

/** A row with who and when it is about, so that a mistake finds it. */
interface SampleRow {
  enterprise: SampleEnterprise
  month: Month
  typed: TypedRow
}

/** Added value as a part of output. The emerging enterprises earn more on theirs. */
const ADDED_VALUE_RATE: Record<SampleGroup, number> = {
  casting: 0.24,
  carbon: 0.2,
  building: 0.255,
  'rose-ejiao': 0.29,
  emerging: 0.28,
  other: 0.245,
}

/** Is a report expected: January is reported within February, and nobody reports before starting or after leaving. */
const isReported = ({ reportsFrom, reportsUntil }: SampleEnterprise, month: Month): boolean =>
  monthOfYear(month) !== 1 && reportsFrom <= month && (reportsUntil === null || month <= reportsUntil)

/** The rows of the month as careful clerks type them, in the register's order. */
export function submissionsOf(month: Month, series: OutputSeries, language: Language): SampleRow[] {
  return PINGYIN_ENTERPRISES.filter((enterprise) => isReported(enterprise, month)).map((enterprise) => ({
    enterprise,
    month,
    typed: truthfulRow(enterprise, month, series, language),
  }))
}

/** The row as a careful clerk types it. What is optional depends on the clerk's habit. */
export function truthfulRow(enterprise: SampleEnterprise, month: Month, series: OutputSeries, language: Language): TypedRow {
  const { number, group, place } = enterprise
  const months = series[number]!
  const total = cumulative(months, month)
  // Within a few percent of the group's rate, and steady for one enterprise.
  const rate = ADDED_VALUE_RATE[group] * (0.94 + (number % 7) * 0.02)
  return {
    period: formatMonth(month),
    enterprise: nameIn(enterprise.name, language),
    creditCode: number % 5 < 3 ? enterprise.creditCode : null,
    outputYtd: total / 100,
    outputMonth: monthOfYear(month) !== 2 && number % 6 !== 4 ? monthOutput(months, month) / 100 : null,
    outputYtdLastYear: lastYear(enterprise, month, months),
    valueAddedYtd: place % 29 === 20 ? null : Math.round(total * rate) / 100,
    explanation: null,
  }
}

/** In the first year many give last year's figure, because the workbook has none; later only few still do. */
function lastYear({ number, reportsFrom }: SampleEnterprise, month: Month, months: readonly number[]): number | null {
  if (yearOf(month) === yearOf(FIRST_MONTH)) {
    const growth = 1.05 + (number % 8) * 0.01
    return reportsFrom === FIRST_MONTH && number % 9 < 4 ? Math.round(cumulative(months, month) / growth) / 100 : null
  }
  return number % 13 === 4 && reportsFrom <= month - 12 ? cumulative(months, month - 12) / 100 : null
}

/** Every month of the sample, in order. */
export const SAMPLE_MONTHS: readonly Month[] = Array.from(
  { length: LAST_MONTH - FIRST_MONTH + 1 },
  (_, index) => FIRST_MONTH + index,
)
