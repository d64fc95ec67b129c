import { Failure } from '../errors.ts'
import { figuresKey, rowKey } from '../model/row-key.ts'
import { type CellValue, COLUMNS, type ColumnKey } from '../model/tabs.ts'
import type { Texts } from '../model/texts/texts.ts'
import type { JudgedRow } from '../model/verdict.ts'

/** From this part of a column on, a change of type is no slip of single rows but a paste beside its columns (inputs.md B52). */
const MOST_CHANGED = 0.3
/** With fewer cells a share says nothing. */
const FEWEST_CELLS = 20

const CHECKED = ['period', 'enterprise', 'outputYtd', 'outputMonth', 'outputYtdLastYear', 'valueAddedYtd'] as const
type Checked = (typeof CHECKED)[number]

const IS_NUMBER = /^-?\d+(?:\.\d+)?$/
const IS_PERIOD = /^\d{4}\D?\d{1,2}/

/** How many cells of a column hold anything, and how many of these are of the type that the column is for. */
type Profile = Record<Checked, { filled: number; proper: number }>

/** Stops a run whose rows look as if a block had been pasted one column off, by the types of the last run's cells in `_status`. */
export function guardAgainstShifting(
  statusCells: readonly (readonly CellValue[])[],
  rows: readonly JudgedRow[],
  tab: string,
  texts: Texts,
): void {
  const key = COLUMNS.status.indexOf('key')
  const figures = COLUMNS.status.indexOf('figures')
  const before = profileOf(
    statusCells
      .slice(1)
      .filter((row) => row[figures])
      .map((row) => `${row[key]}|${row[figures]}`),
  )
  const now = profileOf(rows.map(({ typed }) => `${rowKey(typed)}|${figuresKey(typed)}`))
  const shifted = CHECKED.filter((column) => {
    const [old, current] = [before[column], now[column]]
    if (old.filled < FEWEST_CELLS || current.filled < FEWEST_CELLS) return false
    return old.proper / old.filled - current.proper / current.filled > MOST_CHANGED
  })
  if (shifted.length === 0) return
  const header = texts.workbook.header.submissions as Record<ColumnKey, string>
  throw new Failure('columns-shifted', { tab, columns: shifted.map((column) => header[column]).join(', ') })
}

/** Keys are period, enterprise, code, then the four figures; a name may itself contain the separator. */
function profileOf(fullKeys: readonly string[]): Profile {
  const profile = Object.fromEntries(CHECKED.map((column) => [column, { filled: 0, proper: 0 }])) as Profile
  const count = (column: Checked, text: string | undefined, proper: (text: string) => boolean) => {
    if (!text) return
    profile[column].filled++
    if (proper(text)) profile[column].proper++
  }
  for (const fullKey of fullKeys) {
    const parts = fullKey.split('|')
    const [ytd, month, lastYear, added] = parts.slice(-4)
    // A row always has its period: one that is blank while the rest isn't was pasted to the right of it.
    count('period', parts[0] || '?', (text) => IS_PERIOD.test(text))
    count('enterprise', parts[1], (text) => !IS_NUMBER.test(text) && !IS_PERIOD.test(text))
    for (const [column, text] of [
      ['outputYtd', ytd],
      ['outputMonth', month],
      ['outputYtdLastYear', lastYear],
      ['valueAddedYtd', added],
    ] as const)
      count(column, text, (figure) => IS_NUMBER.test(figure))
  }
  return profile
}
