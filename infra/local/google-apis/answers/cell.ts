import type { CellValue } from '../calculation.ts'
import { asCell, type Scalar, type Slot } from '../cell.ts'
import { displayText } from '../display.ts'
import { FormulaError } from '../formulas/values.ts'
import { isObject, type JsonObject } from '../json.ts'
import type { Spreadsheet } from '../spreadsheet.ts'

/** The cell as CellData. */
export function describeCell(slot: Slot, value: CellValue, spreadsheet: Spreadsheet): JsonObject {
  const cell = asCell(slot)
  if (slot === undefined && value === null) return {}
  const entered = cell.formula === undefined ? cell.value : undefined
  return {
    ...(cell.formula !== undefined && { userEnteredValue: { formulaValue: cell.formula } }),
    ...(entered !== undefined && { userEnteredValue: extendedValue(entered) }),
    ...(value !== null && {
      effectiveValue: extendedValue(value),
      formattedValue: displayText(value, cell.format, spreadsheet.locale),
    }),
    ...(cell.format && { userEnteredFormat: cell.format }),
    effectiveFormat: effectiveFormat(cell.format, spreadsheet),
    ...(cell.note !== undefined && { note: cell.note }),
    ...(cell.validation && { dataValidation: cell.validation }),
    ...(cell.runs && { textFormatRuns: cell.runs }),
  }
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
