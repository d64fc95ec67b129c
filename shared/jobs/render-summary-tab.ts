import type { Progress } from '../model/progress.ts'
import type { SheetRequest } from '../model/sheet-request.ts'
import type { TabKey } from '../model/tabs.ts'
import type { Texts } from '../model/texts/texts.ts'
import type { SheetState } from '../ports.ts'
import { changedCells, growColumns, growRows } from '../report/cells.ts'
import { chartsOf } from '../report/charts.ts'
import { CHART_HEADER_ROW, CHARTS_WIDTH, chartCells } from '../report/summary/chart-cells.ts'
import { beginLabel, endLabel } from '../report/summary/label.ts'
import { readRecord } from '../report/summary/layout-record.ts'
import { missingCharts, repointedCharts } from '../report/summary/native-charts.ts'
import { type PresentSummary, renderSummary } from '../report/summary/render-summary.ts'
import { summaryLayout } from '../report/summary/summary-layout.ts'
import type { Judgement } from './judge-workbook.ts'
import type { Snapshot } from './read-snapshot.ts'
import type { RenderedRun } from './render-run.ts'
import type { RunIdentity } from './run-identity.ts'

type Sheet = Pick<SheetState, 'sheetId' | 'rowCount' | 'columnCount'>

/** The writes to Summary, to the cells that its charts draw from, and to charts that draw from the wrong ones. */
export function renderSummaryTab(
  snapshot: Snapshot,
  judgement: Judgement,
  progress: Progress,
  run: RunIdentity,
  sheets: Record<'summary' | 'charts', Sheet>,
  made: readonly TabKey[],
  texts: Texts,
): { requests: SheetRequest[]; cells: number; label: RenderedRun['label'] } {
  const isNew = made.includes('summary') || made.includes('charts')
  const present = presentSummary(snapshot, sheets.summary, made)
  const layout = summaryLayout(
    {
      progress,
      counts: judgement.counts,
      register: judgement.register,
      wordings: new Map(judgement.plan.targets.map(({ key, note }) => [key, note])),
      history: snapshot.cells.history ?? [],
      runId: run.id,
      runsTitle: snapshot.tabs.runs?.title ?? texts.workbook.tab.runs,
      settings: judgement.settings,
      at: run.startedAt,
    },
    texts,
  )
  const summary = renderSummary(present, layout, sheets.charts.sheetId)
  const data = chartData(snapshot, progress, sheets.charts, texts)
  return {
    requests: [...summary.requests, ...data.requests, ...chartRequests(snapshot, progress, sheets, made, texts)],
    cells: summary.cells + data.cells,
    label: {
      begin: isNew ? [] : beginLabel(sheets, texts.summary.updating(run.id)),
      end: endLabel(sheets, layout),
    },
  }
}

function presentSummary(snapshot: Snapshot, sheet: Sheet, made: readonly TabKey[]): PresentSummary {
  const isNew = made.includes('summary')
  return {
    ...sheet,
    cells: isNew ? [] : (snapshot.cells.summary ?? []),
    merges: isNew ? [] : (snapshot.tabs.summary?.marks?.merges ?? []),
    record: isNew ? null : readRecord(snapshot.cells.charts ?? []),
  }
}

function chartData(snapshot: Snapshot, progress: Progress, sheet: Sheet, texts: Texts) {
  const wanted = chartCells(chartsOf(progress, texts))
  const before = (snapshot.cells.charts ?? []).slice(CHART_HEADER_ROW)
  const { requests, cells } = changedCells(sheet.sheetId, CHART_HEADER_ROW, 0, before, wanted)
  const room = [
    ...growRows(sheet.sheetId, sheet.rowCount, CHART_HEADER_ROW + wanted.length),
    ...growColumns(sheet.sheetId, sheet.columnCount, CHARTS_WIDTH),
  ]
  return { requests: requests.length > 0 ? [...room, ...requests] : [], cells }
}

/** A new Summary gets its charts; those that are there are pointed at the right cells. One that somebody deleted is set-up's matter. */
function chartRequests(
  snapshot: Snapshot,
  progress: Progress,
  sheets: Record<'summary' | 'charts', Sheet>,
  made: readonly TabKey[],
  texts: Texts,
): SheetRequest[] {
  const clusters = progress.clusters.filter(({ scope }) => scope !== 'none').length
  const charts = snapshot.structure.sheets.flatMap((sheet) => sheet.charts)
  const ids = { summary: sheets.summary.sheetId, charts: sheets.charts.sheetId }
  return made.includes('summary')
    ? missingCharts(charts, ids, clusters, progress.indicators.length, texts).map(({ request }) => request)
    : repointedCharts(charts, ids.charts, clusters)
}
