import type { CellValue } from '../calculation.ts'
import { asCell, type Scalar, type Slot } from '../cell.ts'
import { displayText } from '../display.ts'
import { FormulaError } from '../formulas/values.ts'
import { isObject, type JsonObject } from '../json.ts'
import type { Spreadsheet } from '../spreadsheet.ts'

/** Which fields of CellData are wanted. */
export type WantedFields = (field: string) => boolean

const EMPTY: JsonObject = {}

/** The cell as CellData, with the wanted fields only: most answers want few, and a default look for every cell is dear. */
export function describeCell(slot: Slot, value: CellValue, spreadsheet: Spreadsheet, wants: WantedFields): JsonObject {
  const cell = asCell(slot)
  const described: Record<string, unknown> = {}
  let any = false
  const put = (field: string, content: () => unknown): void => {
    if (!wants(field)) return
    described[field] = content()
    any = true
  }
  if (cell.formula !== undefined) put('userEnteredValue', () => ({ formulaValue: cell.formula! }))
  else if (cell.value !== undefined) put('userEnteredValue', () => extendedValue(cell.value!))
  if (value !== null) {
    put('effectiveValue', () => extendedValue(value))
    put('formattedValue', () => displayText(value, cell.format, spreadsheet.locale))
  }
  if (cell.format) put('userEnteredFormat', () => cell.format)
  put('effectiveFormat', () => effectiveFormat(cell.format, spreadsheet))
  if (cell.note !== undefined) put('note', () => cell.note)
  if (cell.validation) put('dataValidation', () => cell.validation)
  if (cell.runs) put('textFormatRuns', () => cell.runs)
  return any ? (described as JsonObject) : EMPTY
}

function extendedValue(value: Scalar | FormulaError): JsonObject {
  if (value instanceof FormulaError)
    return { errorValue: { type: value.type === 'NA' ? 'N_A' : value.type, message: value.message } }
  if (typeof value === 'number') return { numberValue: value }
  return typeof value === 'string' ? { stringValue: value } : { boolValue: value }
}

function effectiveFormat(format: JsonObject | undefined, spreadsheet: Spreadsheet): JsonObject {
  const base = isObject(spreadsheet.properties.defaultFormat) ? spreadsheet.properties.defaultFormat : {}
  const plain = { hyperlinkDisplayType: 'PLAIN_TEXT', ...base }
  if (!format) return plain
  const text = { ...(base.textFormat as JsonObject | undefined), ...(format.textFormat as JsonObject | undefined) }
  return { ...plain, ...format, textFormat: text }
}
