import { columnIndex } from './a1.ts'
import { type CallSelector, callCounter, type SeenCall } from './call-matcher.ts'
import { callerOf, type Files, ownerOf } from './drive/files.ts'
import { ApiError, Refusal } from './errors.ts'
import type { JsonObject } from './json.ts'
import { applyRequests } from './methods/batch-update.ts'
import { parseEntry } from './parse-entry.ts'
import type { Spreadsheet } from './spreadsheet.ts'

/** Something that a colleague does in the spreadsheet; rows count from 1 as people count them. */
export type PersonEdit =
  | { readonly kind: 'insertRow'; readonly sheet: string; readonly row: number }
  | { readonly kind: 'deleteRow'; readonly sheet: string; readonly row: number }
  | {
      readonly kind: 'sort'
      readonly sheet: string
      readonly column: string
      readonly descending?: boolean
      readonly headerRows?: number
    }
  | { readonly kind: 'editCell'; readonly sheet: string; readonly cell: string; readonly value: string | number | boolean }
  | { readonly kind: 'renameTab'; readonly sheet: string; readonly title: string }
  | { readonly kind: 'deleteTab'; readonly sheet: string }
  | { readonly kind: 'requests'; readonly requests: readonly JsonObject[] }

/** Edits in one spreadsheet; without an id, in the only one there is. */
export interface EditScript {
  readonly spreadsheetId?: string | undefined
  /** Whose hand; the owner's unless told otherwise. */
  readonly by?: string | undefined
  readonly edits: readonly PersonEdit[]
}

/** A script, or a function, that runs just before the selected calls. */
export interface EditorRule extends CallSelector {
  readonly script?: EditScript
  readonly run?: (files: Files) => void
}

/** Colleagues who edit between the calls of the program under test. */
export class Editors {
  readonly #files: Files
  #rules: { rule: EditorRule; picks: (call: SeenCall) => boolean }[] = []

  constructor(files: Files) {
    this.#files = files
  }

  before(rule: EditorRule): void {
    this.#rules.push({ rule, picks: callCounter(rule) })
  }

  clear(): void {
    this.#rules = []
  }

  /** Runs what is due before this call. */
  act(call: SeenCall): void {
    for (const { rule, picks } of this.#rules) {
      if (!picks(call)) continue
      if (rule.script) this.apply(rule.script)
      rule.run?.(this.#files)
    }
  }

  /** Makes the edits one after the other; gives how many Google would have refused. */
  apply(script: EditScript): number {
    const file = script.spreadsheetId === undefined ? this.#files.all[0] : this.#files.get(script.spreadsheetId)
    if (!file) return script.edits.length
    let refused = 0
    for (const edit of script.edits) {
      try {
        const caller = callerOf(file, script.by ?? ownerOf(file), 'write')
        applyRequests(requestsOf(edit, file.spreadsheet), { spreadsheet: file.spreadsheet, caller })
      } catch (error) {
        if (!(error instanceof ApiError || error instanceof Refusal)) throw error
        refused++
      }
    }
    return refused
  }
}

function requestsOf(edit: PersonEdit, spreadsheet: Spreadsheet): readonly JsonObject[] {
  if (edit.kind === 'requests') return edit.requests
  const sheet = spreadsheet.sheetTitled(edit.sheet)
  if (!sheet) throw new Refusal(`No sheet titled ${edit.sheet}`)
  const { sheetId } = sheet
  switch (edit.kind) {
    case 'insertRow':
      return [{ insertDimension: { range: { sheetId, dimension: 'ROWS', startIndex: edit.row - 1, endIndex: edit.row } } }]
    case 'deleteRow':
      return [{ deleteDimension: { range: { sheetId, dimension: 'ROWS', startIndex: edit.row - 1, endIndex: edit.row } } }]
    case 'sort': {
      const range = {
        sheetId,
        startRowIndex: edit.headerRows ?? 1,
        endRowIndex: sheet.grid.rowCount,
        startColumnIndex: 0,
        endColumnIndex: sheet.grid.columnCount,
      }
      const sortSpecs = [{ dimensionIndex: columnIndex(edit.column), sortOrder: edit.descending ? 'DESCENDING' : 'ASCENDING' }]
      return [{ sortRange: { range, sortSpecs } }]
    }
    case 'editCell':
      return [typed(sheetId, edit.cell, edit.value, spreadsheet.locale)]
    case 'renameTab':
      return [{ updateSheetProperties: { properties: { sheetId, title: edit.title }, fields: 'title' } }]
    case 'deleteTab':
      return [{ deleteSheet: { sheetId } }]
  }
}

function typed(sheetId: number, cell: string, value: string | number | boolean, locale: string): JsonObject {
  const [, letters = 'A', digits = '1'] = /^([a-z]+)(\d+)$/i.exec(cell) ?? []
  const entry = typeof value === 'string' ? parseEntry(value, locale) : { value }
  const content = entry.formula ?? entry.value
  const name =
    entry.formula !== undefined
      ? 'formulaValue'
      : typeof content === 'number'
        ? 'numberValue'
        : typeof content === 'boolean'
          ? 'boolValue'
          : 'stringValue'
  const format = entry.numberFormat ? { userEnteredFormat: { numberFormat: entry.numberFormat } } : {}
  const fields = entry.numberFormat ? 'userEnteredValue,userEnteredFormat.numberFormat' : 'userEnteredValue'
  const start = { sheetId, rowIndex: Number(digits) - 1, columnIndex: columnIndex(letters) }
  return { updateCells: { start, rows: [{ values: [{ userEnteredValue: { [name]: content }, ...format }] }], fields } }
}
