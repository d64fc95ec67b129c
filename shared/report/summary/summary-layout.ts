import type { Enterprise } from '../../model/enterprise.ts'
import type { Progress } from '../../model/progress.ts'
import type { Settings } from '../../model/settings.ts'
import type { CellValue } from '../../model/tabs.ts'
import type { Texts } from '../../model/texts/texts.ts'
import type { RowCounts } from '../../model/verdict.ts'
import { dayText, yearToDateText } from '../dates.ts'
import { changesText } from './changes-text.ts'
import { freshnessFormulas } from './freshness.ts'
import { headlineCards, headlineText } from './headline-block.ts'
import { gap, type Layout, type LayoutRow, SUMMARY_WIDTH } from './layout.ts'
import { LOOKS } from './looks.ts'
import { milestoneTable } from './milestone-block.ts'
import { scopeTables } from './scope-block.ts'
import { targetTable } from './target-block.ts'
import { basisBlock, lateBlock, paragraph } from './text-block.ts'

/** Row of Summary (0-based) that carries the banner when the figures are not up to date. */
export const BANNER_ROW = 1

/** Rows that the charts cover, below the table of targets. */
export const CHART_ROWS = 28
const CHART_ROW_HEIGHT = 20

/** What Summary is laid out from. */
export interface SummaryContent {
  progress: Progress
  counts: RowCounts
  register: readonly Enterprise[]
  /** The plan's own words for a target, by its key. */
  wordings: ReadonlyMap<string, string>
  /** History as read. */
  history: readonly (readonly CellValue[])[]
  runId: string
  /** When the run began. */
  at: Date
  /** Title of the tab Runs, from which Google keeps the freshness up to date. */
  runsTitle: string
  settings: Settings
}

/** Summary from A1 on: first what an official asks, then what it rests on. */
export function summaryLayout(content: SummaryContent, texts: Texts): Layout {
  const { progress } = content
  const top = headRows(content, texts)
  return {
    rows: [
      ...top,
      ...targetTable(progress, content.wordings, top.length, texts),
      ...chartRows(texts),
      ...scopeTables(progress, texts),
      gap(),
      ...milestoneTable(progress, texts),
      gap(),
      ...lateBlock(progress, content.register, texts),
      gap(),
      ...basisBlock(progress, texts),
    ],
    targetRows: progress.indicators.length,
  }
}

/** Everything above the table of targets: as many rows whatever there is to say, so that the charts know their place. */
function headRows(content: SummaryContent, texts: Texts): LayoutRow[] {
  const { progress, counts, runId } = content
  const words = texts.summary
  const { overdue, lastRun } = freshnessFormulas(content, texts)
  const cards = headlineCards(progress, texts)
  const whole = { span: SUMMARY_WIDTH }
  const computed = [
    words.asOf(dayText(progress.asOf, texts.language)),
    words.period(yearToDateText(progress.period, texts.language)),
    words.computedBy(runId),
  ].join(' · ')
  return [
    { cells: [{ value: words.title, format: LOOKS.title, ...whole }], height: 34 },
    { cells: [{ value: null, formula: overdue, format: LOOKS.banner, ...whole }], height: 20 },
    { cells: [{ value: headlineText(progress, texts), format: LOOKS.headline, ...whole }], height: 38 },
    {
      cells: [
        { value: computed, format: LOOKS.quiet, span: 8 },
        { value: null, formula: lastRun, format: { ...LOOKS.quiet, horizontalAlignment: 'RIGHT' }, span: 4 },
      ],
      height: 20,
      volatile: true,
    },
    ...(cards.length > 0 ? cards : [gap(20), gap(34), gap(20)]),
    { ...paragraph(changesText(content.history, progress, texts), LOOKS.text, SUMMARY_WIDTH), height: 38 },
    { cells: [{ value: words.rows(counts), format: LOOKS.quiet, ...whole }], height: 20 },
    { cells: [{ value: words.targets, format: LOOKS.section, ...whole }], height: 26 },
  ]
}

/** Rows of `headRows`, and the header of the table: where the first target stands. */
export const FIRST_TARGET_ROW = 11

function chartRows(texts: Texts): LayoutRow[] {
  return [
    { cells: [{ value: texts.summary.chartsTitle, format: LOOKS.section, span: SUMMARY_WIDTH }], height: 30 },
    ...Array.from({ length: CHART_ROWS }, () => gap(CHART_ROW_HEIGHT)),
  ]
}
