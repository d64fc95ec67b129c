import { Grid, type GridState } from './grid.ts'
import type { JsonObject } from './json.ts'
import type { GridRange, Size } from './ranges.ts'

/** A protected range, named as in the discovery document; `range.sheetId` is always there. */
export interface ProtectedRange {
  readonly protectedRangeId: number
  readonly range?: GridRange | undefined
  readonly namedRangeId?: string | undefined
  readonly description?: string | undefined
  readonly warningOnly?: boolean | undefined
  readonly unprotectedRanges?: readonly GridRange[] | undefined
  readonly editors?: {
    readonly users?: readonly string[]
    readonly groups?: readonly string[]
    readonly domainUsersCanEdit?: boolean
  }
}

/** What a sheet carries besides its cells. Values are replaced, never changed in place, so that a saved copy stays as it was. */
export interface SheetParts {
  readonly merges: readonly GridRange[]
  readonly protectedRanges: readonly ProtectedRange[]
  readonly conditionalFormats: readonly JsonObject[]
  readonly filterViews: readonly JsonObject[]
  readonly bandedRanges: readonly JsonObject[]
  readonly charts: readonly JsonObject[]
  readonly rowGroups: readonly JsonObject[]
  readonly columnGroups: readonly JsonObject[]
  readonly basicFilter: JsonObject | undefined
}

const NOTHING: SheetParts = {
  merges: [],
  protectedRanges: [],
  conditionalFormats: [],
  filterViews: [],
  bandedRanges: [],
  charts: [],
  rowGroups: [],
  columnGroups: [],
  basicFilter: undefined,
}

interface SheetState {
  readonly title: string
  readonly appearance: JsonObject
  readonly gridAppearance: JsonObject
  readonly parts: SheetParts
  readonly grid: GridState
}

export const DEFAULT_SIZE: Size = { rowCount: 1000, columnCount: 26 }

/** One tab of a spreadsheet. */
export class Sheet {
  readonly sheetId: number
  readonly grid: Grid
  title: string
  /** hidden, tabColor, tabColorStyle, rightToLeft */
  appearance: JsonObject = {}
  /** frozenRowCount, frozenColumnCount, hideGridlines and the like */
  gridAppearance: JsonObject = {}
  parts: SheetParts = NOTHING

  constructor(sheetId: number, title: string, grid: Grid | Size = DEFAULT_SIZE) {
    this.sheetId = sheetId
    this.title = title
    this.grid = grid instanceof Grid ? grid : new Grid(grid)
  }

  get hidden(): boolean {
    return this.appearance.hidden === true
  }

  /** SheetProperties as the API answers them. */
  describe(index: number): JsonObject {
    const gridProperties = { rowCount: this.grid.rowCount, columnCount: this.grid.columnCount, ...this.gridAppearance }
    return { sheetId: this.sheetId, title: this.title, index, sheetType: 'GRID', gridProperties, ...this.appearance }
  }

  setParts(parts: Partial<SheetParts>): void {
    this.parts = { ...this.parts, ...parts }
  }

  save(): SheetState {
    return {
      title: this.title,
      appearance: this.appearance,
      gridAppearance: this.gridAppearance,
      parts: this.parts,
      grid: this.grid.freeze(),
    }
  }

  restore(state: SheetState): void {
    this.title = state.title
    this.appearance = state.appearance
    this.gridAppearance = state.gridAppearance
    this.parts = state.parts
    this.grid.restore(state.grid)
  }
}
