import { areaText } from '../../google-apis/a1.ts'
import type { JsonObject } from '../../google-apis/json.ts'
import { areaOf, overlaps } from '../../google-apis/ranges.ts'
import type { Sheet } from '../../google-apis/sheet.ts'
import type { Spreadsheet } from '../../google-apis/spreadsheet.ts'
import type { Area, Edit, EditAnswer } from '../protocol.ts'
import { choicesOf } from './choices.ts'
import { filledEntry } from './filled-entry.ts'
import { type GoogleCalls, Refused } from './google-calls.ts'
import { rowChange } from './row-change.ts'
import { isUnchanged, type SavedCells, savedCells, writingBack } from './saved-cells.ts'

type Change = Exclude<Edit, { kind: 'undo' | 'redo' }>
type Enter = Extract<Edit, { kind: 'enter' }>

/** How one edit is taken back: only while what it left is still there, so that nobody else's work is lost. */
interface Undoable {
  edit: Change
  sheetId: number
  left: SavedCells
  requests: () => JsonObject[]
}

const MOST_UNDONE = 50

/** What one person does in one window, through the API of the emulator and with the rights of that person. */
export class Editing {
  readonly #google: GoogleCalls
  readonly #spreadsheet: () => Spreadsheet
  #done: Undoable[] = []
  #undone: Change[] = []

  constructor(google: GoogleCalls, spreadsheet: () => Spreadsheet) {
    this.#google = google
    this.#spreadsheet = spreadsheet
  }

  async apply(edit: Edit): Promise<EditAnswer> {
    try {
      if (edit.kind === 'undo') return await this.#undo()
      if (edit.kind === 'redo') return await this.#redo()
      const answer = await this.#change(edit)
      if (answer.done) this.#undone = []
      return answer
    } catch (thrown) {
      if (!(thrown instanceof Refused)) throw thrown
      const isProtected = /protected cell or object/.test(thrown.message)
      return { done: false, reason: isProtected ? 'protected' : 'refused', message: thrown.message }
    }
  }

  async #change(edit: Change): Promise<EditAnswer> {
    const sheet = this.#spreadsheet().sheets.find(({ sheetId }) => sheetId === edit.sheetId)
    if (!sheet) return { done: false, reason: 'changed', message: '' }
    switch (edit.kind) {
      case 'enter':
        return this.#enter(edit, sheet, edit)
      case 'fill':
        return this.#enter(filledEntry(edit, this.#spreadsheet(), sheet), sheet, edit)
      case 'insertRows':
      case 'deleteRows':
      case 'sort':
        return this.#rows(edit, sheet)
    }
  }

  async #enter(enter: Enter, sheet: Sheet, edit: Change): Promise<EditAnswer> {
    const { id } = this.#spreadsheet()
    const area = areaOfEntry(enter)
    const refusal = this.#refusalOf(enter, sheet, area)
    if (refusal) return refusal
    const growth = growing(sheet, area)
    if (growth.length > 0) await this.#google.batchUpdate(id, growth)
    const before = savedCells(sheet, area)
    await this.#google.enter(id, areaText(sheet.title, area), enter.rows)
    this.#remember(edit, sheet, savedCells(sheet, area), () => [writingBack(sheet.sheetId, before)])
    return { done: true, edit: { sheetId: sheet.sheetId, area } }
  }

  /** What Google's own page asks or refuses before it sends anything. */
  #refusalOf({ rows, row, column, sure }: Enter, sheet: Sheet, area: Area): EditAnswer | undefined {
    const warning = sheet.parts.protectedRanges.find(
      ({ warningOnly, range }) => warningOnly === true && range && overlaps(areaOf(range, sheet.grid), area),
    )
    if (warning && !sure) return { done: false, reason: 'warned', message: '' }
    const [[only] = []] = rows
    if (rows.length > 1 || rows[0]!.length > 1 || !only) return undefined
    const { strict, choices, message } = choicesOf(this.#spreadsheet(), sheet, row, column)
    return strict && !choices.includes(only) ? { done: false, reason: 'choices', message } : undefined
  }

  async #rows(edit: Exclude<Change, { kind: 'enter' | 'fill' }>, sheet: Sheet): Promise<EditAnswer> {
    const { area, requests, left, takingBack } = rowChange(edit, sheet)
    const before = savedCells(sheet, area)
    await this.#google.batchUpdate(this.#spreadsheet().id, requests)
    this.#remember(edit, sheet, savedCells(sheet, left()), () => takingBack(before))
    return { done: true, edit: { sheetId: sheet.sheetId, area } }
  }

  #remember(edit: Change, { sheetId }: Sheet, left: SavedCells, requests: () => JsonObject[]): void {
    this.#done.push({ edit, sheetId, left, requests })
    if (this.#done.length > MOST_UNDONE) this.#done.shift()
  }

  async #undo(): Promise<EditAnswer> {
    const last = this.#done.pop()
    if (!last) return { done: false, reason: 'nothing', message: '' }
    const spreadsheet = this.#spreadsheet()
    const sheet = spreadsheet.sheets.find(({ sheetId }) => sheetId === last.sheetId)
    if (!sheet || !isUnchanged(sheet, last.left)) return { done: false, reason: 'changed', message: '' }
    await this.#google.batchUpdate(spreadsheet.id, last.requests())
    this.#undone.push(last.edit)
    return { done: true, edit: { sheetId: last.sheetId, area: last.left.area } }
  }

  async #redo(): Promise<EditAnswer> {
    const last = this.#undone.pop()
    return last ? this.#change(last) : { done: false, reason: 'nothing', message: '' }
  }
}

const areaOfEntry = ({ row, column, rows }: Enter): Area => ({
  startRow: row,
  endRow: row + rows.length,
  startColumn: column,
  endColumn: column + rows.reduce((widest, { length }) => Math.max(widest, length), 0),
})

/** The requests that make room for the area. */
function growing({ sheetId, grid }: Sheet, { endRow, endColumn }: Area): JsonObject[] {
  const more = (dimension: 'ROWS' | 'COLUMNS', length: number) =>
    length > 0 ? [{ appendDimension: { sheetId, dimension, length } }] : []
  return [...more('ROWS', endRow - grid.rowCount), ...more('COLUMNS', endColumn - grid.columnCount)]
}
