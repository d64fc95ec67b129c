import type { Month } from '../model/month.ts'
import { yearOf } from '../model/month.ts'
import type { Submission } from '../model/submission.ts'
import type { ProgressInput } from './measure-progress.ts'
import { reportingPeriod } from './reporting-period.ts'

/** The accepted figures of one month by enterprise id, in whole yuan; NaN: none. */
interface MonthColumn {
  outputYtd: Float64Array
  outputYtdLastYear: Float64Array
  valueAddedYtd: Float64Array
}

/**
 * What the measures look things up in: the accepted rows up to the reporting period, laid out once by month and enterprise, so
 * that no measure walks through the rows again. A month without rows has no column.
 */
export interface Books extends Omit<ProgressInput, 'submissions'> {
  period: Month
  columns: ReadonlyMap<Month, MonthColumn>
  /** Years that have rows, in order. */
  years: readonly number[]
  /** Filled by `countedMonths`, which every measure asks for again and again. */
  countedMonths: Map<Month, Int32Array>
}

/** Opens the books on the reporting period of the as-of day; rows after it stay out (measures.md, "Reporting period"). */
export function openBooks(input: ProgressInput): Books {
  const { asOf, settings, register, plan, submissions } = input
  const period = reportingPeriod(input)
  const columns = layOut(submissions, register.length, period)
  const years = [...new Set([...columns.keys()].map(yearOf))].sort((a, b) => a - b)
  return { asOf, settings, register, plan, period, columns, years, countedMonths: new Map() }
}

/** A(e,p): accepted cumulative output of the enterprise in the month, in whole yuan; NaN where no row was accepted. */
export const acceptedOutput = (books: Books, enterprise: number, month: Month): number =>
  books.columns.get(month)?.outputYtd[enterprise] ?? Number.NaN

function layOut(submissions: readonly Submission[], enterprises: number, period: Month): Map<Month, MonthColumn> {
  const columns = new Map<Month, MonthColumn>()
  for (const row of submissions) {
    if (row.month > period) continue
    let column = columns.get(row.month)
    if (!column) {
      column = emptyColumn(enterprises)
      columns.set(row.month, column)
    }
    column.outputYtd[row.enterprise] = row.outputYtdYuan
    column.outputYtdLastYear[row.enterprise] = row.outputYtdLastYearYuan ?? Number.NaN
    column.valueAddedYtd[row.enterprise] = row.valueAddedYtdYuan ?? Number.NaN
  }
  return columns
}

const emptyColumn = (enterprises: number): MonthColumn => ({
  outputYtd: new Float64Array(enterprises).fill(Number.NaN),
  outputYtdLastYear: new Float64Array(enterprises).fill(Number.NaN),
  valueAddedYtd: new Float64Array(enterprises).fill(Number.NaN),
})
