import { Failure } from '../../errors.ts'
import type { SheetRequest } from '../../model/sheet-request.ts'
import type { CellValue } from '../../model/tabs.ts'
import type { Workbook, World } from '../../ports.ts'
import { writeCells } from '../../report/cells.ts'
import { newSheetId } from '../render-run.ts'

/** Google advises 2 MB a request. */
const MOST_BYTES = 1_800_000
const MOST_TRIES = 5

const bytesOf = (part: unknown): number => Buffer.byteLength(JSON.stringify(part))

/** Groups what follows one another so that each group stays below the size; a single part may exceed it. */
function packed<T>(parts: readonly T[], mostBytes: number): T[][] {
  const groups: T[][] = []
  let room = 0
  for (const part of parts) {
    const bytes = bytesOf(part) + 1
    if (groups.length === 0 || bytes > room) {
      groups.push([])
      room = mostBytes
    }
    groups.at(-1)!.push(part)
    room -= bytes
  }
  return groups
}

/** Writes rows from a row (0-based) on, in requests of which two fit into one write. */
export function contentRequests(sheetId: number, row: number, rows: readonly (readonly CellValue[])[]): SheetRequest[] {
  let start = row
  // A cell is about 40 bytes longer as a request than as a value.
  const sized = packed(
    rows.map((cells) => writeCells(sheetId, 0, 0, [cells])),
    MOST_BYTES / 2,
  )
  let taken = 0
  return sized.map((group) => {
    const request = writeCells(sheetId, start, 0, rows.slice(taken, taken + group.length))
    start += group.length
    taken += group.length
    return request
  })
}

/** Behind which fence to write next, or `lost`: somebody else committed since it was read. */
export type NextFence = { fence: number } | 'lost'

/** Applies the requests in writes of a bearable size, each behind the fence; the first one makes the fence where there is none. */
export async function writeInParts(
  requests: readonly SheetRequest[],
  fence: number | null,
  world: World & { workbook: Workbook },
): Promise<NextFence> {
  const [first = [], ...parts] = packed(requests, MOST_BYTES)
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
  for (const part of packed(requests, MOST_BYTES)) {
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
