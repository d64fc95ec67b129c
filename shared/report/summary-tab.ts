import type { Enterprise } from '../model/enterprise.ts'
import { formatMonth } from '../model/month.ts'
import type { Indicator, Progress, ScopeFigures } from '../model/progress.ts'
import type { CellValue } from '../model/tabs.ts'
import type { Texts } from '../model/texts/texts.ts'
import type { RowCounts } from '../model/verdict.ts'
import { amountText, figureCell, figureText, percentText, ratioText } from './amounts.ts'

/** Columns of Summary that are ours; what people write to the right of them stays. */
export const SUMMARY_WIDTH = 15

/** Row of Summary (0-based) that says as of when and by which run: it alone is no reason to write. */
export const FRESHNESS_ROW = 3

/** Row of Summary (0-based) that carries the banner when the figures are not up to date. */
export const BANNER_ROW = 1

/** The content of Summary, from A1 on. The run is the one that computed it. */
export function summaryCells(
  progress: Progress,
  counts: RowCounts,
  register: readonly Enterprise[],
  runId: string,
  texts: Texts,
): CellValue[][] {
  const words = texts.summary
  const late = progress.completeness.late.map((id) => register[id]?.name ?? '')
  return [
    [words.title],
    [],
    [headline(progress, texts)],
    [`${words.asOf(progress.asOf)} · ${words.computedBy(runId)}`],
    [words.period(formatMonth(progress.period))],
    [words.completeness(progress.completeness.reported, progress.completeness.expected, late.length)],
    [words.rows(counts)],
    [],
    Object.values(words.columns),
    ...progress.indicators.map((indicator) => indicatorRow(indicator, texts)),
    [],
    ...scopeTable(words.clusters, progress.clusters, texts),
    [],
    ...scopeTable(words.fields, progress.fields, texts),
    [],
    ...milestoneTable(progress, texts),
    [],
    [words.lateTitle],
    ...(late.length === 0 ? [[words.nobodyLate]] : late.map((name) => [name])),
  ]
}

function headline(progress: Progress, texts: Texts): string {
  const main =
    progress.indicators.find(({ measure, scope }) => measure === 'output' && scope === 'county') ?? progress.indicators[0]
  if (!main) return ''
  const amount = (value: number | null) => figureText(value, main.unit, texts.language)
  return texts.summary.headline({
    value: amount(main.value),
    target: amount(main.target),
    attainment: percentText(main.attainment),
    forecast: amount(main.forecast),
    pace: ratioText(main.pace),
    status: texts.workbook.status[main.status],
  })
}

const nameOf = (name: { zh: string; en: string }, texts: Texts): string => (texts.language === 'zh-CN' ? name.zh : name.en)

function indicatorRow(indicator: Indicator, texts: Texts): CellValue[] {
  const cell = (value: number | null) => figureCell(value, indicator.unit)
  const { forecastLow: low, forecastHigh: high } = indicator
  const amount = (value: number | null) => figureText(value, indicator.unit, texts.language)
  return [
    nameOf(indicator.name, texts),
    cell(indicator.value),
    cell(indicator.target),
    indicator.unit,
    percentText(indicator.attainment),
    cell(indicator.gap),
    ratioText(indicator.pace),
    cell(indicator.forecast),
    low === null || high === null ? '–' : `${amount(low)} – ${amount(high)}`,
    cell(indicator.neededPerMonth),
    percentText(indicator.yearOnYear),
    cell(indicator.stretch),
    percentText(indicator.completeness),
    texts.workbook.status[indicator.status],
    texts.basis.sentence(indicator.basis),
  ]
}

function scopeTable(title: string, rows: readonly ScopeFigures[], texts: Texts): CellValue[][] {
  const words = texts.summary
  return [
    [title, words.output, words.estimate, words.growth, words.columns.completeness],
    ...rows.map((row) => [
      row.scope === 'none' ? words.noCluster : nameOf(row.name, texts),
      amountText(row.outputYtd, texts.language),
      amountText(row.estimateWithLate, texts.language),
      percentText(row.yearOnYear),
      percentText(row.completeness.share),
    ]),
  ]
}

function milestoneTable(progress: Progress, texts: Texts): CellValue[][] {
  const words = texts.summary
  const head = words.milestoneColumns
  return [
    [words.milestones, head.owner, head.dueOn, head.state, head.late],
    ...progress.milestones.map((milestone) => [
      milestone.name,
      milestone.owner,
      milestone.dueOn,
      words.milestoneState[milestone.state],
      milestone.late ? words.isLate : null,
    ]),
  ]
}
