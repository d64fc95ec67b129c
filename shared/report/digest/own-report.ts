import type { Yuan } from '../../model/money.ts'
import { januaryOf, type Month } from '../../model/month.ts'
import type { Submission } from '../../model/submission.ts'
import type { DigestInput } from './digest-content.ts'

/** What an enterprise is told of its own rows. */
export interface OwnReport {
  name: string
  state: 'reported' | 'late' | 'not-expected'
  /** The month whose accepted row counts, and that row; null: none this year. */
  counted: Month | null
  row: number | null
  outputYtd: Yuan | null
  /** A fraction, against the same months of last year. */
  yearOnYear: number | null
}

/** Its newest accepted row of the year up to the period (measures.md, "Counted" and "Growth", for one enterprise). */
export function ownReport(
  enterprise: number,
  { progress, register, submissions }: Pick<DigestInput, 'progress' | 'register' | 'submissions'>,
): OwnReport {
  const { period, completeness } = progress
  const own = submissions.filter((row) => row.enterprise === enterprise)
  const counted = own
    .filter(({ month }) => month >= januaryOf(period) && month <= period)
    .reduce<Submission | null>((newest, row) => (newest && newest.month > row.month ? newest : row), null)
  const base =
    own.find(({ month }) => counted && month === counted.month - 12)?.outputYtdYuan ?? counted?.outputYtdLastYearYuan ?? null
  const late = completeness.late.includes(enterprise)
  return {
    name: register[enterprise]?.name ?? '',
    state: late ? 'late' : counted?.month === period ? 'reported' : 'not-expected',
    counted: counted?.month ?? null,
    row: counted?.row ?? null,
    outputYtd: counted?.outputYtdYuan ?? null,
    yearOnYear: counted && base !== null && base > 0 ? counted.outputYtdYuan / base - 1 : null,
  }
}
