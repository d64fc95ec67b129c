import type { Failure, FailureCode } from '../errors.ts'
import { textsFor } from '../model/texts/texts.ts'
import { insertRows, writeCells } from '../report/cells.ts'
import { runRow } from '../report/runs-tab.ts'
import { CHARTS_RECORD_ROW } from '../report/summary/layout-record.ts'
import { BANNER_ROW } from '../report/summary/summary-layout.ts'
import { identifyTabs } from './identify-tabs.ts'
import type { RecalculateRequest, RecalculateWorld } from './recalculate.ts'
import { newSheetId } from './render-run.ts'
import { type RunIdentity, secondsOf } from './run-identity.ts'

/**
 * Failures of the workbook that its readers must see on Summary. A column that can't be found is not among them: then nothing at
 * all is written (product.md).
 */
const VISIBLE: readonly FailureCode[] = ['tab-missing', 'intake-empty', 'intake-shrunk', 'columns-shifted', 'too-large']

/** Keeps the last figures, puts the banner above them and a row into Runs (F26). Its own failure changes nothing and is logged. */
export async function markStale(
  failure: Failure,
  run: RunIdentity,
  request: RecalculateRequest,
  world: RecalculateWorld,
): Promise<void> {
  if (!VISIBLE.includes(failure.code)) return
  try {
    const { workbook } = world
    const structure = await workbook.structure()
    const { summary, runs, charts } = identifyTabs(structure.sheets).tabs
    if (structure.fence === null || !summary || !runs) return
    const texts = textsFor(structure.locale.startsWith('en') ? 'en' : 'zh-CN')
    const reason = texts.messages.failure[failure.code]!(failure.facts)
    const since = run.startedAt.toISOString()
    const facts = { ...request, ...run, seconds: secondsOf(run, world), trigger: '' }
    await workbook.commit(
      [
        writeCells(summary.sheetId, BANNER_ROW, 0, [[texts.summary.stale(since, reason)]]),
        // The next good run lays Summary out anew, and with it the banner's formula.
        ...(charts ? [writeCells(charts.sheetId, CHARTS_RECORD_ROW, 0, [[null]])] : []),
        insertRows(runs.sheetId, 1, 1),
        writeCells(runs.sheetId, 1, 0, [runRow(facts, null, null, 1, texts.summary.result.failed(reason))]),
      ],
      { from: structure.fence, to: newSheetId(world, structure.sheets) },
    )
  } catch (thrown) {
    world.log.warn('the banner could not be written', { run: run.id, code: thrown instanceof Error ? thrown.name : 'unknown' })
  }
}
