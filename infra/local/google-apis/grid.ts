import { formulaOf, type Slot } from './cell.ts'
import type { JsonObject } from './json.ts'
import type { Dimension, Size } from './ranges.ts'

interface Row {
  readonly owner: object
  readonly cells: Slot[]
  formulas: number
  properties: JsonObject | undefined
}

/** What `restore` needs to bring a grid back. */
export interface GridState extends Size {
  readonly rows: (Row | undefined)[]
  readonly columns: readonly (JsonObject | undefined)[]
}

/**
 * The cells of one sheet, row by row, with the properties of rows and columns. Rows are copied on their first write after
 * `freeze` or `fork`: keeping an older version costs one list of row pointers, whatever the size of the sheet.
 */
export class Grid implements Size {
  rowCount: number
  columnCount: number
  #rows: (Row | undefined)[] = []
  #columns: readonly (JsonObject | undefined)[] = []
  #owner: object = {}
  #rowsOwner: object = this.#owner

  constructor(size: Size) {
    this.rowCount = size.rowCount
    this.columnCount = size.columnCount
  }

  get(row: number, column: number): Slot {
    return this.#rows[row]?.cells[column]
  }

  /** The cells of a row as far as they are stored; undefined for an untouched row. */
  cells(row: number): readonly Slot[] | undefined {
    return this.#rows[row]?.cells
  }

  set(row: number, column: number, slot: Slot): void {
    if (slot === undefined && this.get(row, column) === undefined) return
    const own = this.#ownRow(row)
    while (own.cells.length < column) own.cells.push(undefined)
    if (formulaOf(own.cells[column]) !== undefined) own.formulas--
    if (formulaOf(slot) !== undefined) own.formulas++
    own.cells[column] = slot
  }

  /** One more than the last row that was ever written to. */
  get usedRows(): number {
    return this.#rows.length
  }

  *formulaCells(): Generator<[row: number, column: number, formula: string]> {
    for (let row = 0; row < this.#rows.length; row++) {
      const stored = this.#rows[row]
      if (!stored || stored.formulas === 0) continue
      for (const [column, slot] of stored.cells.entries()) {
        const formula = formulaOf(slot)
        if (formula !== undefined) yield [row, column, formula]
      }
    }
  }

  properties(dimension: Dimension, index: number): JsonObject | undefined {
    return dimension === 'ROWS' ? this.#rows[index]?.properties : this.#columns[index]
  }

  setProperties(dimension: Dimension, index: number, properties: JsonObject | undefined): void {
    if (dimension === 'ROWS') {
      this.#ownRow(index).properties = properties
    } else {
      const columns = [...this.#columns]
      while (columns.length < index) columns.push(undefined)
      columns[index] = properties
      this.#columns = columns
    }
  }

  resize(rowCount: number, columnCount: number): void {
    if (rowCount < this.#rows.length) this.#ownRows().length = rowCount
    if (columnCount < this.columnCount) this.#spliceColumns(columnCount, this.columnCount - columnCount, 0)
    this.rowCount = rowCount
    this.columnCount = columnCount
  }

  insert(dimension: Dimension, at: number, count: number): void {
    if (dimension === 'ROWS') {
      if (at < this.#rows.length) this.#ownRows().splice(at, 0, ...blanks(count))
      this.rowCount += count
    } else {
      this.#spliceColumns(at, 0, count)
      this.columnCount += count
    }
  }

  delete(dimension: Dimension, at: number, count: number): void {
    if (dimension === 'ROWS') {
      this.#ownRows().splice(at, count)
      this.rowCount -= count
    } else {
      this.#spliceColumns(at, count, 0)
      this.columnCount -= count
    }
  }

  /** Moves rows or columns to stand before `to`, an index counted before the move. */
  move(dimension: Dimension, start: number, end: number, to: number): void {
    const target = to > start ? to - (end - start) : to
    if (dimension === 'ROWS') {
      const rows = this.#ownRows()
      while (rows.length < Math.max(end, to)) rows.push(undefined)
      const moved = rows.splice(start, end - start)
      this.#rows = [...rows.slice(0, target), ...moved, ...rows.slice(target)]
      return
    }
    this.#columns = moved(this.#columns, start, end, target)
    for (let row = 0; row < this.#rows.length; row++) {
      if (!this.#rows[row]) continue
      const own = this.#ownRow(row)
      const cells = moved(own.cells, start, end, target)
      own.cells.splice(0, own.cells.length, ...cells)
    }
  }

  freeze(): GridState {
    this.#owner = {}
    return { rows: this.#rows, columns: this.#columns, rowCount: this.rowCount, columnCount: this.columnCount }
  }

  restore(state: GridState): void {
    this.#owner = {}
    this.#rowsOwner = state
    this.#rows = state.rows
    this.#columns = state.columns
    this.rowCount = state.rowCount
    this.columnCount = state.columnCount
  }

  /** A second grid with the same content; neither sees later writes of the other. */
  fork(): Grid {
    const copy = new Grid(this)
    copy.restore(this.freeze())
    return copy
  }

  #ownRows(): (Row | undefined)[] {
    if (this.#rowsOwner !== this.#owner) {
      this.#rows = this.#rows.slice()
      this.#rowsOwner = this.#owner
    }
    return this.#rows
  }

  #ownRow(index: number): Row {
    const rows = this.#ownRows()
    const old = rows[index]
    if (old?.owner === this.#owner) return old
    const own: Row = {
      owner: this.#owner,
      cells: old?.cells.slice() ?? [],
      formulas: old?.formulas ?? 0,
      properties: old?.properties,
    }
    while (rows.length < index) rows.push(undefined)
    rows[index] = own
    return own
  }

  #spliceColumns(at: number, remove: number, add: number): void {
    const blank = blanks(add)
    if (at < this.#columns.length) this.#columns = this.#columns.toSpliced(at, remove, ...blank)
    for (let row = 0; row < this.#rows.length; row++) {
      const stored = this.#rows[row]
      if (!stored || at >= stored.cells.length) continue
      const own = this.#ownRow(row)
      const gone = own.cells.splice(at, remove, ...blank)
      for (const slot of gone) if (formulaOf(slot) !== undefined) own.formulas--
    }
  }
}

function blanks(count: number): undefined[] {
  return new Array<undefined>(count).fill(undefined)
}

function moved<T>(list: readonly (T | undefined)[], start: number, end: number, target: number): (T | undefined)[] {
  const rest: (T | undefined)[] = [...list]
  while (rest.length < Math.max(end, target + end - start)) rest.push(undefined)
  const part = rest.splice(start, end - start)
  rest.splice(target, 0, ...part)
  return rest
}
