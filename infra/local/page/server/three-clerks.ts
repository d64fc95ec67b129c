import { seededRandom } from '../../../../shared/model/seeded-random.ts'
import { columnLetters } from '../../google-apis/a1.ts'
import type { PersonEdit } from '../../google-apis/editors.ts'
import type { GoogleApis } from '../../google-apis/server.ts'
import type { Spreadsheet } from '../../google-apis/spreadsheet.ts'
import { tabKeys } from './tab-keys.ts'

const EVERY_MS = 700
const EDITS = 30
/** What clerks type: mostly right, and what they get wrong in life. */
const ENTRIES = ['1,200', '约500', '１２３４．５', '1.2亿', '98.6', '3500万元', '见附件']

/** Three scripted clerks who type, insert, delete and sort in Submissions for half a minute, through the emulator's editors. */
export class ThreeClerks {
  readonly #apis: GoogleApis
  readonly #spreadsheet: () => Spreadsheet
  readonly #emails: readonly string[]
  #random: () => number
  #timer: NodeJS.Timeout | undefined
  #left = 0
  #onEnd: () => void = () => {}

  constructor(apis: GoogleApis, spreadsheet: () => Spreadsheet, emails: readonly string[], seed: number) {
    this.#apis = apis
    this.#spreadsheet = spreadsheet
    this.#emails = emails
    this.#random = seededRandom(seed)
  }

  get atWork(): boolean {
    return this.#timer !== undefined
  }

  start(onEnd: () => void): void {
    this.#left = EDITS
    this.#onEnd = onEnd
    this.#timer ??= setInterval(() => this.#act(), EVERY_MS)
  }

  stop(): void {
    clearInterval(this.#timer)
    this.#timer = undefined
  }

  #act(): void {
    const edit = this.#left-- > 0 ? this.#nextEdit() : undefined
    if (!edit) {
      this.stop()
      this.#onEnd()
      return
    }
    const by = this.#emails[this.#left % this.#emails.length]
    this.#apis.editors.apply({ spreadsheetId: this.#spreadsheet().id, by, edits: [edit] })
  }

  #nextEdit(): PersonEdit | undefined {
    const keys = tabKeys(this.#spreadsheet())
    const sheet = this.#spreadsheet().sheets.find(({ sheetId }) => keys.get(sheetId) === 'submissions')
    if (!sheet || sheet.grid.usedRows < 3) return undefined
    const random = this.#random
    // Among the rows that a window shows at first, so that somebody who watches sees it.
    const row = 2 + Math.floor(random() * Math.min(30, sheet.grid.usedRows - 2))
    const choice = random()
    const column = columnLetters(3 + Math.floor(random() * 2))
    if (choice < 0.72)
      return {
        kind: 'editCell',
        sheet: sheet.title,
        cell: `${column}${row}`,
        value: ENTRIES[Math.floor(random() * ENTRIES.length)]!,
      }
    if (choice < 0.84) return { kind: 'insertRow', sheet: sheet.title, row }
    if (choice < 0.92) return { kind: 'deleteRow', sheet: sheet.title, row }
    return { kind: 'sort', sheet: sheet.title, column: columnLetters(Math.floor(random() * 2)), descending: random() < 0.5 }
  }
}
