import type { JsonObject } from '../json.ts'
import type { Written } from '../values/write-values.ts'

/** Totals over the writes of a batch: rows and columns count once however many ranges touch them. */
export function totalsOf(all: readonly { readonly title: string; readonly written: Written }[]): JsonObject {
  const rows = new Set<string>()
  const columns = new Set<string>()
  const sheets = new Set<string>()
  let cells = 0
  for (const { title, written } of all) {
    const { area, answer } = written
    if (!answer.updatedCells) continue
    cells += Number(answer.updatedCells)
    sheets.add(title)
    for (let row = area.startRow; row < area.endRow; row++) rows.add(`${title}!${row}`)
    for (let column = area.startColumn; column < area.endColumn; column++) columns.add(`${title}!${column}`)
  }
  if (cells === 0) return {}
  return {
    totalUpdatedRows: rows.size,
    totalUpdatedColumns: columns.size,
    totalUpdatedCells: cells,
    totalUpdatedSheets: sheets.size,
  }
}
