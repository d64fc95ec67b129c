import { columnLetters } from './a1.ts'
import type { PersonEdit } from './editors.ts'
import type { Spreadsheet } from './spreadsheet.ts'

/** For the page's clerks, who pick their edits with it. */

/** One thing that a busy colleague might do among the filled rows of the named sheets, header row apart. */
export function randomEdit(random: () => number, spreadsheet: Spreadsheet, titles: readonly string[]): PersonEdit | undefined {
  const pick = (count: number) => Math.floor(random() * count)
  const sheets = spreadsheet.sheets.filter((sheet) => titles.includes(sheet.title))
  const sheet = sheets[pick(sheets.length)]
  if (!sheet) return undefined
  const title = sheet.title
  const filled = Math.max(2, sheet.grid.usedRows)
  const row = 2 + pick(filled - 1)
  const width = Math.max(1, sheet.grid.cells(0)?.length ?? 1)
  const column = columnLetters(pick(width))
  const choice = random()
  if (choice < 0.6) return { kind: 'editCell', sheet: title, cell: `${column}${row}`, value: pick(100_000) / 10 }
  if (choice < 0.8) return { kind: 'insertRow', sheet: title, row }
  if (choice < 0.93 && filled > 3) return { kind: 'deleteRow', sheet: title, row }
  return { kind: 'sort', sheet: title, column, descending: random() < 0.5 }
}
