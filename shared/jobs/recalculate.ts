import { createHash } from 'node:crypto'
import { asFailure, Failure } from '../errors.ts'
import { type Day, dayAt } from '../model/day.ts'
import type { Language } from '../model/language.ts'
import type { Progress } from '../model/progress.ts'
import { INPUT_TABS } from '../model/tabs.ts'
import { type Texts, textsFor } from '../model/texts/texts.ts'
import type { RunLedger, Workbook, World } from '../ports.ts'
import { measureProgress } from '../progress/measure-progress.ts'
import { insertRows, writeCells } from '../report/cells.ts'
import { readRuns, runRow } from '../report/runs-tab.ts'
import { commitRun } from './commit-run.ts'
import { earlierRun } from './earlier-run.ts'
import { sawFetchingFormulas } from './fetching-formulas.ts'
import { guardAgainstShifting } from './guard-against-shifting.ts'
import { guardAgainstShrinking } from './guard-against-shrinking.ts'
import { type Judgement, judgeWorkbook } from './judge-workbook.ts'
import { markStale } from './mark-stale.ts'
import { readSnapshot, type Snapshot, sheetOf } from './read-snapshot.ts'
import { type RecalculationDocument, recalculationDocument } from './recalculation-document.ts'
import { renderRun } from './render-run.ts'
import { beginRun, type RunIdentity, secondsOf } from './run-identity.ts'
import { warningsOf } from './warnings.ts'

/** How often a run starts over when somebody else commits in between; each time on a newer snapshot. */
const MOST_ATTEMPTS = 5

export interface RecalculateRequest {
  /** The day that chooses the reporting period; today without it. */
  asOf?: Day
  /** The day of the run where it isn't the clock's (training, tests). */
  today?: Day
  reason: string
  who: string
  /** The same for every delivery of one trigger: a second one finds the first one's run and changes nothing (F01). */
  trigger?: string
  /** Language of failures before the workbook's own is known. */
  language?: Language
}

export interface RecalculateWorld extends World {
  workbook: Workbook
  ledger?: RunLedger
}

/** What a run computed, all from one snapshot, for whoever goes on from there. */
export interface Recalculation {
  /** Of this run itself, also where the document is about an earlier one. */
  runId: string
  document: RecalculationDocument
  snapshot: Snapshot
  judgement: Judgement
  progress: Progress
}

/** Reads the workbook, judges every row, measures the plan and writes the result back in one fenced commit. */
export const recalculate = async (request: RecalculateRequest, world: RecalculateWorld): Promise<RecalculationDocument> =>
  (await recalculation(request, world)).document

/** A recalculation with everything that its document was made from. */
export async function recalculation(request: RecalculateRequest, world: RecalculateWorld): Promise<Recalculation> {
  const run = beginRun(world)
  try {
    let look: { marks: true } | undefined
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      const outcome = await attemptRun(request, run, look, world)
      if (typeof outcome === 'object') return outcome
      world.log.info(outcome, { run: run.id, attempt })
      if (outcome === 'formulas to look at') look = { marks: true }
    }
    throw new Failure('workbook-changing')
  } catch (thrown) {
    const failure = asFailure(thrown)
    const size = failure.code === 'too-large' ? { rows: failure.facts.rows!, most: failure.facts.most! } : {}
    world.log.error('recalculation failed', { run: run.id, code: failure.code, ...size })
    await markStale(failure, run, request, world)
    throw failure
  }
}

/** One attempt on one snapshot, or why there must be another. */
async function attemptRun(
  request: RecalculateRequest,
  run: RunIdentity,
  look: { marks: true } | undefined,
  world: RecalculateWorld,
): Promise<Recalculation | 'another run committed first' | 'formulas to look at'> {
  const snapshot = await readSnapshot(world.workbook, textsFor(request.language ?? 'zh-CN'), look)
  const judgement = judgeWorkbook(snapshot, (timeZone) => request.today ?? dayAt(run.startedAt, timeZone))
  const texts = textsFor(judgement.settings.language)
  const progress = measureProgress({ ...judgement, asOf: asOfDay(request, judgement.today) })
  const runs = readRuns(snapshot.cells.runs ?? [])

  const earlier =
    request.trigger &&
    earlierRun(
      request.trigger,
      runs.filter(({ id }) => id !== run.id),
    )
  const computed = { runId: run.id, snapshot, judgement, progress }
  if (earlier) {
    world.log.info('answered before', { run: run.id, duplicateOf: earlier.id })
    const outcome = { changed: false, duplicateOf: earlier.id, warnings: [] }
    return { ...computed, document: tell(run, judgement, progress, outcome, texts, world) }
  }
  await guardAgainstShrinking(snapshot, judgement.counts.read, runs, world.workbook)
  guardAgainstShifting(snapshot.cells.status ?? [], judgement.rows, sheetOf(snapshot, 'submissions').title, texts)

  const rendered = renderRun(snapshot, judgement, progress, run, texts, world)
  const warnings = await warningsOf(snapshot, judgement, rendered.formulaRestored, runs, texts, world)
  const changed = rendered.requests.length > 0
  const { result } = texts.summary
  const row = runRow(
    { ...run, reason: request.reason, who: request.who, seconds: secondsOf(run, world), trigger: request.trigger ?? '' },
    progress,
    judgement.counts,
    rendered.cells,
    [changed ? result.changed : result.unchanged, ...warnings].join('; '),
  )
  // A second look at the formulas tells the same run again.
  const room = runs[0]?.id === run.id ? [] : [insertRows(rendered.runsSheetId, 1, 1)]
  const { outcome, seen } = await commitRun(
    { ...rendered, row: [...room, ...rendered.trimRuns, writeCells(rendered.runsSheetId, 1, 0, [row])] },
    snapshot.fence,
    judgement.intake.cells.title,
    world,
  )
  if (outcome === 'lost') return 'another run committed first'
  if (!snapshot.looked && sawFetchingFormulas(seen, judgement.intake)) return 'formulas to look at'
  await world.ledger?.record(snapshot.structure.spreadsheetId, run.id)
  logRun(snapshot, judgement, run, changed, world)
  const told = { changed, warnings, hiddenRows: seen?.hiddenRows ?? null }
  return { ...computed, document: tell(run, judgement, progress, told, texts, world) }
}

/** The as-of day asked for; one after today is refused, since what isn't over has no figures. */
function asOfDay(request: RecalculateRequest, today: Day): Day {
  const asOf = request.asOf ?? today
  if (asOf > today) throw new Failure('future-as-of', { asOf, today })
  return asOf
}

function tell(
  run: RunIdentity,
  judgement: Judgement,
  progress: Progress,
  outcome: { changed: boolean; duplicateOf?: string; hiddenRows?: number | null; warnings: readonly string[] },
  texts: Texts,
  world: RecalculateWorld,
): RecalculationDocument {
  const facts = {
    ...outcome,
    id: outcome.duplicateOf ?? run.id,
    startedAt: run.startedAt.toISOString(),
    seconds: secondsOf(run, world),
    requests: { ...world.workbook.requests },
  }
  return recalculationDocument(facts, progress, judgement, texts)
}

/** The plan's hash says which state of the tabs that people keep a run was computed from (F40). */
function logRun(snapshot: Snapshot, judgement: Judgement, run: RunIdentity, changed: boolean, world: RecalculateWorld): void {
  const plan = INPUT_TABS.filter((tab) => tab !== 'submissions' && tab !== 'recipients').map((tab) => snapshot.cells[tab])
  world.log.info('recalculated', {
    run: run.id,
    changed,
    rows: judgement.counts.read,
    plan: createHash('sha256').update(JSON.stringify(plan)).digest('hex').slice(0, 12),
    renamed: snapshot.renamed.join(','),
    copiesIgnored: snapshot.copies.length,
    reads: world.workbook.requests.read,
    writes: world.workbook.requests.write,
  })
}
