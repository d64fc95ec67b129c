import { ROW_HEIGHT } from '../protocol.ts'

/** Where the rows of a tab lie: few of them are not of the usual height. */
export class RowHeights {
  readonly #rows: readonly number[]
  readonly #heights: readonly number[]
  /** What the rows up to each of those add to the usual heights. */
  readonly #sums: readonly number[]

  constructor(heights: readonly (readonly [row: number, pixels: number])[]) {
    this.#rows = heights.map(([row]) => row)
    this.#heights = heights.map(([, pixels]) => pixels)
    let sum = 0
    this.#sums = heights.map(([, pixels]) => {
      sum += pixels - ROW_HEIGHT
      return sum
    })
  }

  /** Distance of the row's upper edge from that of the first row, in pixels. */
  top(row: number): number {
    const before = countBelow(this.#rows, row)
    return row * ROW_HEIGHT + (before > 0 ? this.#sums[before - 1]! : 0)
  }

  of(row: number): number {
    const place = countBelow(this.#rows, row)
    return this.#rows[place] === row ? this.#heights[place]! : ROW_HEIGHT
  }

  /** The row, of so many, at a distance from the first row's upper edge. */
  rowAt(pixels: number, rowCount: number): number {
    let low = 0
    let high = Math.max(0, rowCount - 1)
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (this.top(middle) <= pixels) low = middle
      else high = middle - 1
    }
    return low
  }
}

/** How many of the sorted numbers are below the bound. */
function countBelow(sorted: readonly number[], bound: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < bound) low = middle + 1
    else high = middle
  }
  return low
}
