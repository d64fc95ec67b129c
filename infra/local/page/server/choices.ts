import { parseRange } from '../../google-apis/a1.ts'
import { asCell } from '../../google-apis/cell.ts'
import { displayText } from '../../google-apis/display.ts'
import { Refusal } from '../../google-apis/errors.ts'
import { isObject } from '../../google-apis/json.ts'
import { areaOf } from '../../google-apis/ranges.ts'
import type { Sheet } from '../../google-apis/sheet.ts'
import type { Spreadsheet } from '../../google-apis/spreadsheet.ts'

const MOST_CHOICES = 2_000

export interface CellChoices {
  choices: string[]
  /** What the rule says to whoever enters the cell. */
  message: string
  /** Nothing else may be entered. */
  strict: boolean
}

/** What the drop-down of the cell offers; nothing where it has none. */
export function choicesOf(spreadsheet: Spreadsheet, sheet: Sheet, row: number, column: number): CellChoices {
  const { validation } = asCell(sheet.grid.get(row, column))
  const condition = isObject(validation?.condition) ? validation.condition : {}
  const typed = (Array.isArray(condition.values) ? condition.values : []).map((value) => String(value?.userEnteredValue ?? ''))
  const choices =
    condition.type === 'ONE_OF_LIST' ? typed : condition.type === 'ONE_OF_RANGE' ? listed(spreadsheet, typed[0] ?? '') : []
  return { choices, message: String(validation?.inputMessage ?? ''), strict: validation?.strict === true && choices.length > 0 }
}

function listed(spreadsheet: Spreadsheet, reference: string): string[] {
  try {
    const named = parseRange(reference.replace(/^=/, '').replaceAll('$', ''), spreadsheet)
    const area = areaOf(
      {
        startRowIndex: named.startRow,
        endRowIndex: named.endRow,
        startColumnIndex: named.startColumn,
        endColumnIndex: named.endColumn,
      },
      named.sheet.grid,
    )
    const found = new Set<string>()
    for (let row = area.startRow; row < Math.min(area.endRow, named.sheet.grid.usedRows); row++) {
      for (let column = area.startColumn; column < area.endColumn; column++) {
        const { format } = asCell(named.sheet.grid.get(row, column))
        found.add(displayText(spreadsheet.calculation.value(named.sheet, row, column), format, spreadsheet.locale))
      }
    }
    found.delete('')
    return [...found].slice(0, MOST_CHOICES)
  } catch (thrown) {
    // The tab that it refers to may be gone or renamed: then there is nothing to offer.
    if (thrown instanceof Refusal) return []
    throw thrown
  }
}
