import type { SheetRequest } from '../model/sheet-request.ts'
import type { CommitOutcome, SeenTab, World } from '../ports.ts'
import type { RecalculateWorld } from './recalculate.ts'
import { newSheetId } from './render-run.ts'
import { cutLargeWrites, packed } from './request-size.ts'

/** A run's writes, in the order in which they are to be applied. */
export interface RunWrites {
  requests: readonly SheetRequest[]
  /** The run's row in Runs: comes last, since it says that all is done. */
  row: readonly SheetRequest[]
  /** Cells written: fewer need no measuring. */
  cells: number
  /** Puts a label on Summary while a change is written in several steps, and takes it away again. */
  label: { begin: readonly SheetRequest[]; end: readonly SheetRequest[] }
}

/** So many cells fit into one request whatever they hold of ours. */
const FEW_CELLS = 2_000

/**
 * Commits a run in one fenced write. What is too large for one request goes in several, each behind the fence that the one before left:
 * verdicts first, which are right row by row, with a label on Summary until the figures follow in the last one. Killed or overtaken in
 * between, it leaves the label, and the next run writes everything.
 */
export async function commitRun(
  { requests, row, cells, label }: RunWrites,
  fence: number,
  title: string,
  world: RecalculateWorld,
): Promise<{ outcome: CommitOutcome; seen: SeenTab | null }> {
  const parts = cells <= FEW_CELLS ? [[...requests]] : packed(cutLargeWrites(requests))
  const isMany = parts.length > 1
  let from = fence
  for (const [index, part] of parts.slice(0, -1).entries()) {
    const to = nextFence(world)
    const outcome = await world.workbook.commit(index === 0 ? [...label.begin, ...part] : part, { from, to })
    if (outcome === 'lost') return { outcome, seen: null }
    from = to
  }
  const last = [...(parts.at(-1) ?? []), ...(isMany ? label.end : []), ...row]
  return world.workbook.commitAndLook(last, { from, to: nextFence(world) }, title)
}

const nextFence = (world: World): number => newSheetId(world, [])
