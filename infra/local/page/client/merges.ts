import type { Area } from '../protocol.ts'
import { contains, isSameArea, overlaps, union } from './area.ts'
import type { Place, Selection } from './selection.ts'

/** The merged ranges of a tab: each is one cell to whoever looks at it, moves about or selects. */
export class Merges {
  readonly #areas: readonly Area[]

  constructor(areas: readonly Area[]) {
    this.#areas = areas
  }

  /** The merged range that covers the place. */
  at(row: number, column: number): Area | undefined {
    return this.#areas.find((area) => contains(area, { row, column }))
  }

  /** The area of what looks like one cell at the place. */
  cellAt({ row, column }: Place): Area {
    return this.at(row, column) ?? { startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 }
  }

  /** The area widened until it cuts through no merged range. */
  widened(area: Area): Area {
    const wide = this.#areas.filter((merge) => overlaps(merge, area)).reduce(union, area)
    return isSameArea(wide, area) ? area : this.widened(wide)
  }

  /** The selection with the upper left cell of a merged range as the active one: the others hold nothing. */
  settled(selection: Selection): Selection {
    const { active, end } = selection
    const merge = this.at(active.row, active.column)
    if (!merge || (merge.startRow === active.row && merge.startColumn === active.column)) return selection
    const first = { row: merge.startRow, column: merge.startColumn }
    return { ...selection, active: first, end: contains(merge, end) ? first : end }
  }

  /** The first row that must be drawn for the given one to be whole. */
  firstRow(row: number): number {
    return Math.min(
      row,
      ...this.#areas.filter(({ startRow, endRow }) => startRow < row && row < endRow).map((area) => area.startRow),
    )
  }
}
