import type { Area } from '../protocol.ts'
import type { Place, Selection } from './selection.ts'

/** The merged ranges of a tab: each is one cell to whoever looks at it, moves about or selects. */
export class Merges {
  readonly #areas: readonly Area[]

  constructor(areas: readonly Area[]) {
    this.#areas = areas
  }

  /** The merged range that covers the place. */
  at(row: number, column: number): Area | undefined {
    return this.#areas.find((area) => isInside(area, row, column))
  }

  /** The area of what looks like one cell at the place. */
  cellAt({ row, column }: Place): Area {
    return this.at(row, column) ?? { startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 }
  }

  /** The area widened until it cuts through no merged range. */
  widened(area: Area): Area {
    const wide = this.#areas.filter((merge) => overlaps(merge, area)).reduce(union, area)
    return isSame(wide, area) ? area : this.widened(wide)
  }

  /** The selection with the upper left cell of a merged range as the active one: the others hold nothing. */
  settled(selection: Selection): Selection {
    const { active, end } = selection
    const merge = this.at(active.row, active.column)
    if (!merge || (merge.startRow === active.row && merge.startColumn === active.column)) return selection
    const first = { row: merge.startRow, column: merge.startColumn }
    return { ...selection, active: first, end: isInside(merge, end.row, end.column) ? first : end }
  }

  /** The first row that must be drawn for the given one to be whole. */
  firstRow(row: number): number {
    return Math.min(
      row,
      ...this.#areas.filter(({ startRow, endRow }) => startRow < row && row < endRow).map((area) => area.startRow),
    )
  }
}

const isInside = (area: Area, row: number, column: number): boolean =>
  row >= area.startRow && row < area.endRow && column >= area.startColumn && column < area.endColumn

const overlaps = (one: Area, other: Area): boolean =>
  one.startRow < other.endRow &&
  other.startRow < one.endRow &&
  one.startColumn < other.endColumn &&
  other.startColumn < one.endColumn

const union = (one: Area, other: Area): Area => ({
  startRow: Math.min(one.startRow, other.startRow),
  endRow: Math.max(one.endRow, other.endRow),
  startColumn: Math.min(one.startColumn, other.startColumn),
  endColumn: Math.max(one.endColumn, other.endColumn),
})

const isSame = (one: Area, other: Area): boolean =>
  one.startRow === other.startRow &&
  one.endRow === other.endRow &&
  one.startColumn === other.startColumn &&
  one.endColumn === other.endColumn
