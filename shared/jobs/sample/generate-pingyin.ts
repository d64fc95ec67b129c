import type { Day } from '../../model/day.ts'
import type { Language } from '../../model/language.ts'
import { formatMonth, type Month } from '../../model/month.ts'
import { nameIn } from '../../model/plan.ts'
import { seededRandom } from '../../model/seeded-random.ts'
import { type CellValue, COLUMNS, type INPUT_TABS } from '../../model/tabs.ts'
import type { TypedRow } from '../../model/verdict.ts'
import { PINGYIN_ENTERPRISES, type SampleEnterprise } from './enterprises.ts'
import { milestoneRows } from './milestone-rows.ts'
import { MISTAKES } from './mistakes.ts'
import { monthOutput, type OutputSeries, outputSeries } from './output-series.ts'
import { clusterRows, recipientRows, settingRows } from './plan-rows.ts'
import { SAMPLE_MONTHS, submissionsOf, truthfulRow } from './submission-rows.ts'
import { targetRows } from './target-rows.ts'
import { titleRows } from './title-rows.ts'

/** Body rows by tab, cells in the order of COLUMNS; of Submissions the columns that people type. */
export type Sample = { [T in (typeof INPUT_TABS)[number]]: CellValue[][] }

/** The as-of day on which the sample tells most: its newest month, December 2025, was due a few days ago. */
export const SAMPLE_AS_OF: Day = '2026-01-15'

const TYPED_COLUMNS = COLUMNS.submissions.slice(0, COLUMNS.submissions.indexOf('status')) as readonly (keyof TypedRow)[]

/**
 * The sample county: the plan of Pingyin (product.md) with invented enterprises, figures of 2021 to 2025 and the mistakes that clerks
 * make (`SAMPLE_MISTAKES`). The same seed gives the same cells; another one gives other figures with the same yearly totals.
 */
export function generatePingyin({ seed = 370_124, language }: { seed?: number; language: Language }): Sample {
  const series = outputSeries(PINGYIN_ENTERPRISES, seededRandom(seed))
  return {
    submissions: SAMPLE_MONTHS.flatMap((month) => monthRows(month, series, language)).map((typed) =>
      TYPED_COLUMNS.map((column) => typed[column]),
    ),
    enterprises: PINGYIN_ENTERPRISES.map((enterprise) => enterpriseRow(enterprise, language)),
    titles: titleRows(language),
    clusters: clusterRows(language),
    targets: targetRows(language),
    milestones: milestoneRows(language),
    recipients: recipientRows(language),
    settings: settingRows(language),
  }
}

/** The month's rows with the mistakes in the place of the truthful ones, or below where there is none. */
function monthRows(month: Month, series: OutputSeries, language: Language): TypedRow[] {
  const rows = submissionsOf(month, series, language)
  for (const { enterprise, change } of MISTAKES.filter((mistake) => mistake.month === month)) {
    const before = truthfulRow(enterprise, month - 1, series, language)
    const monthBefore = monthOutput(series[enterprise.number]!, month - 1) / 100
    const typed = change(truthfulRow(enterprise, month, series, language), { before, monthBefore, language })
    const at = rows.findIndex((row) => row.enterprise === enterprise)
    rows.splice(at < 0 ? rows.length : at, at < 0 ? 0 : 1, ...typed.map((row) => ({ enterprise, month, typed: row })))
  }
  return rows.map((row) => row.typed)
}

function enterpriseRow(enterprise: SampleEnterprise, language: Language): CellValue[] {
  const monthCell = (month: Month | null): string | null => (month === null ? null : formatMonth(month))
  return [
    nameIn(enterprise.name, language),
    enterprise.creditCode,
    nameIn(enterprise.alias, language),
    enterprise.cluster,
    enterprise.emergingField,
    monthCell(enterprise.reportsFrom),
    monthCell(enterprise.reportsUntil),
    monthCell(enterprise.aboveScaleFrom),
    monthCell(enterprise.aboveScaleFrom === null ? null : enterprise.reportsUntil),
    enterprise.listedOn,
    null,
    nameIn(enterprise.contact, language),
    enterprise.email,
  ]
}
