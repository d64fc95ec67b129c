import { translateReferences } from '../../google-apis/formulas/references.ts'
import { isObject, type JsonObject } from '../../google-apis/json.ts'
import { type Area, areaOf, type GridRange } from '../../google-apis/ranges.ts'
import type { Sheet } from '../../google-apis/sheet.ts'
import type { Spreadsheet } from '../../google-apis/spreadsheet.ts'
import type { CellStyle } from '../protocol.ts'
import { cellStyle } from './cell-style.ts'

interface Rule {
  areas: readonly Area[]
  formula: string
  style: CellStyle
  /** Every column of the formula is fixed, so that a row has one answer. */
  wholeRow: boolean
}

/** The look that the conditional formats of a sheet give its cells: the first rule that holds counts. Formulas only. */
export class ConditionalColours {
  readonly #spreadsheet: Spreadsheet
  readonly #sheet: Sheet
  readonly #rules: readonly Rule[]
  readonly #known = new Map<string, boolean>()

  constructor(spreadsheet: Spreadsheet, sheet: Sheet) {
    this.#spreadsheet = spreadsheet
    this.#sheet = sheet
    this.#rules = sheet.parts.conditionalFormats.flatMap((rule) => ruleOf(rule, sheet))
  }

  style(row: number, column: number): CellStyle | undefined {
    return this.#rules.find((rule, index) => {
      const area = rule.areas.find((one) => contains(one, row, column))
      return area !== undefined && this.#holds(rule, index, area, row, column)
    })?.style
  }

  #holds({ formula, wholeRow }: Rule, index: number, area: Area, row: number, column: number): boolean {
    const key = `${index} ${row} ${wholeRow ? '' : column}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const moved = translateReferences(formula, row - area.startRow, column - area.startColumn)
    const holds = this.#spreadsheet.calculation.formulaAt(this.#sheet, row, column, moved) === true
    this.#known.set(key, holds)
    return holds
  }
}

function ruleOf(rule: JsonObject, sheet: Sheet): Rule[] {
  const boolean = isObject(rule.booleanRule) ? rule.booleanRule : undefined
  const condition = isObject(boolean?.condition) ? boolean.condition : undefined
  const [first] = Array.isArray(condition?.values) ? condition.values : []
  if (condition?.type !== 'CUSTOM_FORMULA' || typeof first?.userEnteredValue !== 'string') return []
  const formula: string = first.userEnteredValue
  const areas = (rule.ranges as readonly GridRange[]).map((range) => areaOf(range, sheet.grid))
  const style = cellStyle(boolean?.format as JsonObject | undefined)
  const wholeRow = !/(?<![$A-Za-z"])[A-Za-z]{1,3}\$?\d/.test(formula.replace(/"[^"]*"/g, ''))
  return [{ areas, formula, style, wholeRow }]
}

const contains = (area: Area, row: number, column: number): boolean =>
  row >= area.startRow && row < area.endRow && column >= area.startColumn && column < area.endColumn
