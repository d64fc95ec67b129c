import type { DataValidation } from 'exceljs'
import type { CellLooks } from '../../model/sheet-looks.ts'
import { quotedTitle } from '../../model/tabs.ts'
import { cellName, columnIndex } from './places.ts'
import { LISTS_SHEET } from './sheet-names.ts'

type Rule = NonNullable<CellLooks['dataValidation']>

/** A list inside a rule may be no longer than this, and holds no comma. */
const LONGEST_LIST = 255
const LONGEST_PROMPT = 255

/** The drop-downs of the sheets of one file. */
export interface Choices {
  /** A cell's rule, taken note of; cells of a column below one another with the same rule make one. */
  add(row: number, column: number, rule: Rule): void
  /** The rules of the sheet, by their ranges; begins the next sheet. */
  take(): [range: string, validation: DataValidation][]
  /** Lists that a hidden sheet must carry, one a column. */
  readonly lists: readonly (readonly string[])[]
}

/** `sheetOf` gives a sheet's name in the file by its title, and its rows, for ranges with an open end. */
export function gatherChoices(sheetOf: (title: string) => { name: string; rowCount: number } | undefined): Choices {
  const lists: string[][] = []
  const places = new Map<string, string>()
  const byRule = new Map<string, DataValidation | null>()
  let open = new Map<number, { key: string; first: number; last: number }>()
  let done: [string, DataValidation][] = []

  const close = (column: number, { key, first, last }: { key: string; first: number; last: number }) => {
    const validation = byRule.get(key)
    const range = first === last ? cellName(first, column) : `${cellName(first, column)}:${cellName(last, column)}`
    if (validation) done.push([range, validation])
  }
  const listPlace = (words: readonly string[]): string => {
    const key = JSON.stringify(words)
    const present = places.get(key)
    if (present) return present
    const column = cellName(0, lists.push([...words]) - 1).replace(/\d+$/, '')
    const place = `${quotedTitle(LISTS_SHEET)}!$${column}$1:$${column}$${words.length}`
    places.set(key, place)
    return place
  }
  const listFormula = ({ condition }: Rule): string | null => {
    const values = (condition?.values ?? []).map(({ userEnteredValue }) => userEnteredValue ?? '')
    if (condition?.type === 'ONE_OF_RANGE') return rangeFormula(values[0] ?? '', sheetOf)
    if (condition?.type !== 'ONE_OF_LIST' || values.length === 0) return null
    const text = values.join(',')
    return text.length > LONGEST_LIST - 2 || values.some((value) => /[,"\n]/.test(value)) ? listPlace(values) : `"${text}"`
  }
  return {
    lists,
    add(row, column, rule) {
      const key = JSON.stringify(rule)
      if (!byRule.has(key)) {
        const formula = listFormula(rule)
        byRule.set(key, formula === null ? null : validationOf(formula, rule))
      }
      const run = open.get(column)
      if (run?.key === key && run.last === row - 1) {
        run.last = row
        return
      }
      if (run) close(column, run)
      open.set(column, { key, first: row, last: row })
    },
    take() {
      for (const [column, run] of open) close(column, run)
      const taken = done
      open = new Map()
      done = []
      return taken
    },
  }
}

const validationOf = (formula: string, { inputMessage, strict }: Rule): DataValidation => ({
  type: 'list',
  allowBlank: true,
  formulae: [formula],
  ...(inputMessage ? { showInputMessage: true, prompt: inputMessage.slice(0, LONGEST_PROMPT) } : {}),
  ...(strict ? { showErrorMessage: true, errorStyle: 'stop' } : {}),
})

/** `='Enterprises'!$A$2:$A` with the sheet's name in the file and its end. */
function rangeFormula(text: string, sheetOf: (title: string) => { name: string; rowCount: number } | undefined): string | null {
  const match = /^=?(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d+)?(?::\$?([A-Z]{1,3})\$?(\d+)?)?$/i.exec(text)
  if (!match) return null
  const [, quoted, plain, first, firstRow, last, lastRow] = match
  const sheet = sheetOf(quoted?.replaceAll("''", "'") ?? plain!)
  if (!sheet || columnIndex(first!) < 0) return null
  const end = last === undefined ? (firstRow ?? sheet.rowCount) : (lastRow ?? sheet.rowCount)
  return `${quotedTitle(sheet.name)}!$${first!.toUpperCase()}$${firstRow ?? 1}:$${(last ?? first!).toUpperCase()}$${end}`
}
