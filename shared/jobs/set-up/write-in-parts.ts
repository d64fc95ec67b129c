import { Failure } from '../../errors.ts'
import type { SheetRequest } from '../../model/sheet-request.ts'
import type { CellValue } from '../../model/tabs.ts'
import type { Workbook, World } from '../../ports.ts'
import { writeCells } from '../../report/cells.ts'
import { newSheetId } from '../render-run.ts'
import { cutLargeWrites, packed } from '../request-size.ts'

const MOST_TRIES = 5

/** Writes rows from a row (0-based) on, in requests of which two fit into one write. */
export const contentRequests = (sheetId: number, row: number, rows: readonly (readonly CellValue[])[]): SheetRequest[] =>
  rows.length === 0 ? [] : cutLargeWrites([writeCells(sheetId, row, 0, rows)])

/** Behind which fence to write next, or `lost`: somebody else committed since it was read. */
export type NextFence = { fence: number } | 'lost'

/** Applies the requests in writes of a bearable size, each behind the fence; the first one makes the fence where there is none. */
export async function writeInParts(
  requests: readonly SheetRequest[],
  fence: number | null,
  world: World & { workbook: Workbook },
): Promise<NextFence> {
  const [first = [], ...parts] = packed(requests)
  let present = newSheetId(world, [])
  if (fence === null) {
    if (!(await writeFirst([fenceSheet(present), ...first], present, world.workbook))) return 'lost'
  } else if ((await world.workbook.commit(first, { from: fence, to: present })) === 'lost') return 'lost'
  for (const part of parts) {
    const to = newSheetId(world, [])
    if ((await world.workbook.commit(part, { from: present, to })) === 'lost') return 'lost'
    present = to
  }
  return { fence: present }
}

/** Fills sheets that were made just now: whoever commits in between does no harm, so the same part is written behind the new fence. */
export async function fillNewSheets(
  requests: readonly SheetRequest[],
  fence: number,
  world: World & { workbook: Workbook },
): Promise<void> {
  let present = fence
  for (const part of packed(requests)) {
    let tries = 0
    for (;;) {
      const to = newSheetId(world, [])
      const outcome = await world.workbook.commit(part, { from: present, to })
      present = outcome === 'lost' ? await fenceNow(world.workbook) : to
      if (outcome === 'committed') break
      if (++tries >= MOST_TRIES) throw new Failure('workbook-changing')
    }
  }
}

async function fenceNow(workbook: Workbook): Promise<number> {
  const { fence } = await workbook.structure()
  if (fence === null) throw new Failure('workbook-changing')
  return fence
}

const fenceSheet = (sheetId: number): SheetRequest => ({
  addSheet: { properties: { sheetId, title: '_fence', hidden: true, gridProperties: { rowCount: 1, columnCount: 1 } } },
})

/** The write that makes the fence. A refusal means that a try whose answer was lost made it, or somebody else: then false. */
async function writeFirst(part: readonly SheetRequest[], to: number, workbook: Workbook): Promise<boolean> {
  try {
    await workbook.commit(part)
    return true
  } catch (thrown) {
    if (!(thrown instanceof Failure) || thrown.code !== 'refused') throw thrown
    const { fence } = await workbook.structure()
    if (fence === null) throw thrown
    return fence === to
  }
}
