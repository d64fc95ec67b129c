import { lookupKeys, rowKey } from '../model/row-key.ts'
import type { SheetRequest } from '../model/sheet-request.ts'
import { type CellValue, COLUMNS } from '../model/tabs.ts'
import type { Texts } from '../model/texts/texts.ts'
import type { JudgedRow, RowMemory } from '../model/verdict.ts'
import { changedCells, growRows } from './cells.ts'

const MESSAGE_LENGTH = 600

/** What earlier runs remember of each row, by its identity as typed, from the cells of `_status` (header included). */
export function readMemory(cells: readonly (readonly CellValue[])[]): Map<string, RowMemory> {
  const memory = new Map<string, RowMemory>()
  const text = (value: CellValue | undefined) => (value == null ? '' : String(value))
  for (const row of cells.slice(1)) {
    const key = text(row[3])
    if (key === '') continue
    const found = { explainedFigures: text(row[4]), explainedWords: text(row[5]), onTimeFigures: text(row[6]) }
    const known = memory.get(key)
    if (!known || known.explainedFigures + known.onTimeFigures === '') memory.set(key, found)
  }
  return memory
}

/**
 * The rows of `_status` for the judged rows. A row that was there keeps its place, so that sorting Submissions changes nothing
 * here; places that became free are filled first.
 */
function statusRows(present: readonly (readonly CellValue[])[], judged: readonly JudgedRow[], texts: Texts): CellValue[][] {
  const wanted = new Map<string, CellValue[]>()
  for (const row of judged) {
    const advice = row.problems.map((problem) => texts.rules.advice[problem.rule](problem)).join(' ')
    const message = advice.length > MESSAGE_LENGTH ? `${advice.slice(0, MESSAGE_LENGTH)}…` : advice
    const { explainedFigures, explainedWords, onTimeFigures } = row.memory
    for (const key of lookupKeys(row.typed)) {
      // VLOOKUP doesn't tell upper from lower case; neither may the table.
      const folded = key.toLowerCase()
      if (!wanted.has(folded))
        wanted.set(folded, [
          key,
          texts.workbook.verdict[row.verdict],
          message,
          rowKey(row.typed),
          explainedFigures,
          explainedWords,
          onTimeFigures,
        ])
    }
  }
  const rows: CellValue[][] = []
  const free: number[] = []
  for (const [index, old] of present.entries()) {
    const folded = String(old[0] ?? '').toLowerCase()
    const now = wanted.get(folded)
    rows[index] = now ?? []
    if (now) wanted.delete(folded)
    else free.push(index)
  }
  for (const row of wanted.values()) rows[free.shift() ?? rows.length] = row
  return rows
}

/** The writes that bring `_status` up to date; `cells` is the tab as read, header included. */
export function renderStatusTab(
  sheet: { sheetId: number; rowCount: number },
  cells: readonly (readonly CellValue[])[],
  judged: readonly JudgedRow[],
  texts: Texts,
): { requests: SheetRequest[]; cells: number } {
  const rows = statusRows(cells.slice(1), judged, texts)
  const changes = changedCells(sheet.sheetId, 0, 0, cells, [[...COLUMNS.status], ...rows])
  return { requests: [...growRows(sheet.sheetId, sheet.rowCount, rows.length + 1), ...changes.requests], cells: changes.cells }
}
