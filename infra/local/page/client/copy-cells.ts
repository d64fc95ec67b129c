import type { Area } from '../protocol.ts'
import { usedPart } from './area.ts'
import { server } from './server-calls.ts'
import type { TabStore } from './tab-store.ts'
import { formatTsv } from './tsv.ts'

/** More rows than these may not have been fetched, and are asked for. */
const MOST_SHOWN_ROWS = 100
const ROWS_IN_A_CALL = 1_000

/** Puts the texts of the area on the clipboard: on the one of the event where there is one and the rows are few. */
export async function copyCells(store: TabStore, chosen: Area, clipboard: DataTransfer | null): Promise<void> {
  const area = usedPart(chosen, store.layout?.usedRows)
  const { startRow, endRow } = area
  if (clipboard && endRow - startRow <= MOST_SHOWN_ROWS)
    return clipboard.setData(
      'text/plain',
      textOf(area, (row, column) => store.cell(row, column)?.text),
    )
  const parts = []
  for (let from = startRow; from < endRow; from += ROWS_IN_A_CALL)
    parts.push(await server.rows(store.sheetId, from, Math.min(endRow, from + ROWS_IN_A_CALL), false))
  const rows = parts.flatMap((part) => part.rows)
  await navigator.clipboard.writeText(textOf(area, (row, column) => rows[row - startRow]?.[column]?.text))
}

const textOf = (
  { startRow, endRow, startColumn, endColumn }: Area,
  textAt: (row: number, column: number) => string | undefined,
): string =>
  formatTsv(
    Array.from({ length: endRow - startRow }, (_, down) =>
      Array.from({ length: endColumn - startColumn }, (_, right) => textAt(startRow + down, startColumn + right) ?? ''),
    ),
  )
