import type { SheetRequest } from '../model/sheet-request.ts'

/** Google advises 2 MB a request. */
const MOST_BYTES = 1_800_000

const bytesOf = (part: unknown): number => Buffer.byteLength(JSON.stringify(part))

/** Groups what follows one another so that each group stays below the size; a single part may exceed it. */
export function packed<T>(parts: readonly T[], mostBytes: number = MOST_BYTES): T[][] {
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

/** The requests with every write of cells that is larger than half a request cut into several, one below the other. */
export const cutLargeWrites = (requests: readonly SheetRequest[], mostBytes: number = MOST_BYTES): SheetRequest[] =>
  requests.flatMap((request): SheetRequest[] => {
    if (!('updateCells' in request) || bytesOf(request) <= mostBytes / 2) return [request]
    const { start, rows, fields } = request.updateCells
    let rowIndex = start.rowIndex
    return packed(rows, mostBytes / 2).map((group) => {
      const part = { updateCells: { start: { ...start, rowIndex }, rows: group, fields } }
      rowIndex += group.length
      return part
    })
  })
