import { Calculation } from './calculation.ts'
import { Refusal } from './errors.ts'
import type { JsonObject } from './json.ts'
import type { GridRange } from './ranges.ts'
import type { Sheet } from './sheet.ts'
import { THEME } from './theme.ts'

export interface NamedRange {
  readonly namedRangeId: string
  readonly name: string
  readonly range: GridRange
}

/** Where developer metadata hangs: the spreadsheet, a sheet, or one row or column. */
export interface MetadataLocation {
  readonly locationType: 'SPREADSHEET' | 'SHEET' | 'ROW' | 'COLUMN'
  readonly spreadsheet?: true
  readonly sheetId?: number
  readonly dimensionRange?: {
    readonly sheetId: number
    readonly dimension: 'ROWS' | 'COLUMNS'
    readonly startIndex: number
    readonly endIndex: number
  }
}

export interface DeveloperMetadata {
  readonly metadataId: number
  readonly metadataKey: string
  readonly metadataValue?: string
  readonly location: MetadataLocation
  readonly visibility: 'DOCUMENT' | 'PROJECT'
}

/** Where times and ids come from; both can be replaced so that a run can be replayed. */
export interface Sources {
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly randomId: () => number
}

const MAX_CELLS = 10_000_000
const MAX_COLUMNS = 18_278

/** One spreadsheet: its sheets and what belongs to it as a whole. */
export class Spreadsheet {
  readonly id: string
  properties: JsonObject
  sheets: readonly Sheet[] = []
  namedRanges: readonly NamedRange[] = []
  developerMetadata: readonly DeveloperMetadata[] = []
  /** Goes up by one with every applied edit. */
  revision = 1
  readonly calculation: Calculation = new Calculation(this)
  readonly sources: Sources
  readonly #listeners = new Set<(spreadsheet: Spreadsheet) => void>()

  constructor(id: string, properties: JsonObject, sources: Sources) {
    this.id = id
    this.properties = {
      title: 'Untitled spreadsheet',
      locale: 'en_US',
      autoRecalc: 'ON_CHANGE',
      timeZone: 'Etc/GMT',
      ...THEME,
      ...properties,
    }
    this.sources = sources
  }

  get title(): string {
    return String(this.properties.title)
  }

  get locale(): string {
    return String(this.properties.locale)
  }

  /** Calls the listener after every applied edit; the answer stops it. */
  onChange(listener: (spreadsheet: Spreadsheet) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The sheet with that id; an absent id is 0, as in the API. */
  sheet(sheetId: number | undefined): Sheet {
    const found = this.sheets.find((sheet) => sheet.sheetId === (sheetId ?? 0))
    if (!found) throw new Refusal(`No sheet with id: ${sheetId ?? 0}`)
    return found
  }

  /** The sheet with that title, upper and lower case being the same as in Google's. */
  sheetTitled(title: string): Sheet | undefined {
    const wanted = title.toLowerCase()
    return this.sheets.find((sheet) => sheet.title === title) ?? this.sheets.find((sheet) => sheet.title.toLowerCase() === wanted)
  }

  /** An id that no sheet, range, chart or metadata of this spreadsheet has. */
  newId(taken: (id: number) => boolean): number {
    let id = this.sources.randomId()
    while (id === 0 || taken(id)) id = this.sources.randomId()
    return id
  }

  /** Applies the change wholly or, when it throws, not at all. */
  edit<T>(change: () => T): T {
    const undo = this.#saved()
    let result: T
    try {
      result = change()
      this.#checkSize()
    } catch (error) {
      undo()
      this.calculation.forget()
      throw error
    }
    this.calculation.forget()
    this.revision++
    for (const listener of this.#listeners) listener(this)
    return result
  }

  #saved(): () => void {
    const { properties, sheets, namedRanges, developerMetadata } = this
    const states = sheets.map((sheet) => sheet.save())
    return () => {
      Object.assign(this, { properties, sheets, namedRanges, developerMetadata })
      for (const [index, sheet] of sheets.entries()) sheet.restore(states[index]!)
    }
  }

  #checkSize(): void {
    let cells = 0
    for (const { grid } of this.sheets) {
      cells += grid.rowCount * grid.columnCount
      if (grid.columnCount > MAX_COLUMNS)
        throw new Refusal(`This action would increase the number of columns above the limit of ${MAX_COLUMNS}.`)
    }
    if (cells > MAX_CELLS) {
      throw new Refusal(`This action would increase the number of cells in the workbook above the limit of ${MAX_CELLS} cells.`)
    }
  }
}
