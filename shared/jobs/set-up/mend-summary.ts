import type { Texts } from '../../model/texts/texts.ts'
import { writeCells } from '../../report/cells.ts'
import { CHARTS_RECORD_ROW, looksDigest, readRecord } from '../../report/summary/layout-record.ts'
import { missingCharts } from '../../report/summary/native-charts.ts'
import type { Mending } from '../../report/template/mending.ts'
import type { WorkbookState } from './workbook-state.ts'

/**
 * Charts that somebody deleted, and looks of Summary that are no longer what a run left: these the next recalculation lays out anew,
 * since only it knows the figures.
 */
export function mendSummary({ tabs, structure, clusterKeys }: WorkbookState, texts: Texts): Mending[] {
  const { summary, charts } = tabs
  if (!summary || !charts) return []
  const record = readRecord(charts.details.cells.map((row) => row.map(({ value }) => value)))
  const ids = { summary: summary.sheet.sheetId, charts: charts.sheet.sheetId }
  const present = structure.sheets.flatMap((sheet) => sheet.charts)
  return [
    ...missingCharts(present, ids, clusterKeys.length, record?.targetRows ?? 0, texts).map(
      ({ key, request }): Mending => ({ kind: 'chart', tab: 'summary', cell: texts.charts.title[key], requests: [request] }),
    ),
    ...(record !== null && record.layout !== '' && record.looks !== seenLooks(summary)
      ? [
          {
            kind: 'layout' as const,
            tab: 'summary' as const,
            cell: null,
            requests: [writeCells(ids.charts, CHARTS_RECORD_ROW, 0, [[null]])],
          },
        ]
      : []),
  ]
}

const seenLooks = ({ details }: NonNullable<WorkbookState['tabs']['summary']>): string =>
  looksDigest(
    details.cells.map((row) =>
      row.map(({ bold, format, note, formula }) => ({ bold, pattern: format?.pattern ?? '', note, formula: formula ?? '' })),
    ),
  )
