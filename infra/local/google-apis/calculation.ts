import { columnLetters } from './a1.ts'
import { asCell, formulaOf, hasContent, type Scalar, type Slot } from './cell.ts'
import { worldOf } from './formula-world.ts'
import { compileFormula, evaluateFormula } from './formulas/engine.ts'
import { FormulaError, type FormulaValue } from './formulas/values.ts'
import type { FormulaWorld } from './formulas/world.ts'
import type { Sheet } from './sheet.ts'
import type { Spreadsheet } from './spreadsheet.ts'

/** What a cell comes to: nothing, a value, or an error of a formula. */
export type CellValue = Scalar | null | FormulaError

const COLUMNS = 18_278
const MAX_PASSES = 4
const MINUTE_MS = 60_000
const UNNOTICED_MS = 60
const cellKey = (row: number, column: number) => row * COLUMNS + column

type Values = Map<number, CellValue>

/** Results of the formulas of one spreadsheet, worked out at the first read after an edit and kept until the next. */
export class Calculation {
  readonly #spreadsheet: Spreadsheet
  readonly #world: FormulaWorld
  #minute = Number.NaN
  #tookMs = 0
  #results = new Map<number, Values>()
  #spilled = new Map<number, Values>()
  #spilling = new Map<number, Values>()
  /** Columns, by sheet, in which formulas found empty cells during the present pass. */
  #readEmpty = new Map<number, Set<number>>()
  readonly #running = new Set<string>()
  readonly #memo: NonNullable<FormulaWorld['memo']> = new Map()

  constructor(spreadsheet: Spreadsheet) {
    this.#spreadsheet = spreadsheet
    this.#world = worldOf(spreadsheet, {
      memo: this.#memo,
      value: (sheet, row, column) => this.#lookUp(sheet, row, column),
      spilledRows: (sheet) => rowsOf(this.#spilled.get(sheet.sheetId)),
    })
  }

  /** Drops all results; called after every edit. */
  forget(): void {
    this.#minute = Number.NaN
  }

  /** Value of the cell, be it typed, worked out or spilled into it. */
  value(sheet: Sheet, row: number, column: number): CellValue {
    const slot = sheet.grid.get(row, column)
    const typed = typedValue(slot)
    if (typed !== undefined) return typed
    this.#evaluate()
    return this.#lookUp(sheet, row, column)
  }

  /** Whether reading now costs no evaluation, or none that anybody would notice. */
  get isQuick(): boolean {
    return this.#minute === this.#thisMinute() || this.#tookMs < UNNOTICED_MS
  }

  /** Columns into which formulas of the sheet spilled when they were last evaluated. */
  spilledColumns(sheet: Sheet): ReadonlySet<number> {
    return new Set([...(this.#spilled.get(sheet.sheetId)?.keys() ?? [])].map((key) => key % COLUMNS))
  }

  /** What a formula that stands nowhere would come to in that cell: the condition of a colour, for instance. */
  formulaAt(sheet: Sheet, row: number, column: number, formula: string): CellValue {
    this.#evaluate()
    const result = evaluateFormula(compileFormula(formula), { sheetId: sheet.sheetId, row, column }, this.#world)
    return Array.isArray(result) ? (result[0]?.[0] ?? null) : result
  }

  /** Values that formulas of the sheet spill into other cells; undefined when there are none. */
  spill(sheet: Sheet): { value(row: number, column: number): CellValue; rows: number; columns: number } | undefined {
    this.#evaluate()
    const values = this.#spilled.get(sheet.sheetId)
    if (!values || values.size === 0) return undefined
    let columns = 0
    for (const key of values.keys()) columns = Math.max(columns, (key % COLUMNS) + 1)
    const rows = rowsOf(values)
    return { value: (row, column) => values.get(cellKey(row, column)) ?? null, rows, columns }
  }

  /** Evaluates everything, also when a minute has passed since, as today and now go on; again while spilled cells change, because a formula may read what another one spills. */
  #evaluate(): void {
    const minute = this.#thisMinute()
    if (this.#minute === minute) return
    const startedMs = performance.now()
    this.#minute = minute
    this.#evaluateAll()
    this.#tookMs = performance.now() - startedMs
  }

  #thisMinute(): number {
    return Math.floor(this.#spreadsheet.sources.now() / MINUTE_MS)
  }

  #evaluateAll(): void {
    this.#spilled = new Map()
    for (let pass = 0; pass < MAX_PASSES; pass++) {
      this.#memo.clear()
      this.#results = new Map()
      this.#spilling = new Map()
      this.#readEmpty = new Map()
      for (const sheet of this.#spreadsheet.sheets) {
        for (const [row, column, formula] of sheet.grid.formulaCells()) this.#result(sheet, row, column, formula)
      }
      const settled = sameSpill(this.#spilled, this.#spilling) || !this.#missedSpill()
      this.#spilled = this.#spilling
      if (settled) return
    }
  }

  /** Whether a formula may have read a cell before something was spilled into it: whole columns are compared, rows need not be. */
  #missedSpill(): boolean {
    for (const sheet of this.#spreadsheet.sheets) {
      const values = this.#spilling.get(sheet.sheetId)
      if (!values || values.size === 0) continue
      if (rowsOf(values) > sheet.grid.usedRows) return true
      const read = this.#readEmpty.get(sheet.sheetId)
      if (read && [...values.keys()].some((key) => read.has(key % COLUMNS))) return true
    }
    return false
  }

  #lookUp(sheet: Sheet, row: number, column: number): CellValue {
    const slot = sheet.grid.get(row, column)
    if (slot !== undefined && typeof slot !== 'object') return slot
    const formula = formulaOf(slot)
    if (formula !== undefined) return this.#result(sheet, row, column, formula)
    const value = asCell(slot).value ?? this.#spilled.get(sheet.sheetId)?.get(cellKey(row, column))
    if (value !== undefined) return value
    const columns = this.#readEmpty.get(sheet.sheetId)
    if (columns) columns.add(column)
    else this.#readEmpty.set(sheet.sheetId, new Set([column]))
    return null
  }

  #result(sheet: Sheet, row: number, column: number, formula: string): CellValue {
    const results = valuesOf(this.#results, sheet)
    const key = cellKey(row, column)
    const known = results.get(key)
    if (known !== undefined) return known
    const place = `${sheet.sheetId}:${key}`
    if (this.#running.has(place))
      return new FormulaError('REF', 'Circular dependency detected. To resolve with iterative calculation, see File > Settings.')
    this.#running.add(place)
    try {
      const result = evaluateFormula(compileFormula(formula), { sheetId: sheet.sheetId, row, column }, this.#world)
      const value = Array.isArray(result) ? this.#spread(sheet, row, column, result) : result
      results.set(key, value)
      return value
    } finally {
      this.#running.delete(place)
    }
  }

  #spread(sheet: Sheet, row: number, column: number, result: FormulaValue[][]): CellValue {
    const { grid } = sheet
    const width = result.reduce((widest, { length }) => Math.max(widest, length), 0)
    if (row + result.length > grid.rowCount || column + width > grid.columnCount) {
      const missing =
        row + result.length > grid.rowCount
          ? `rows (${row + result.length - grid.rowCount})`
          : `columns (${column + width - grid.columnCount})`
      return new FormulaError('REF', `Result was not automatically expanded, please insert more ${missing}.`)
    }
    const spilling = valuesOf(this.#spilling, sheet)
    const cells = result
      .flatMap((line, down) => line.map((value, right) => ({ row: row + down, column: column + right, value })))
      .slice(1)
    for (const cell of cells) {
      if (!hasContent(grid.get(cell.row, cell.column)) && !spilling.has(cellKey(cell.row, cell.column))) continue
      const where = `${columnLetters(cell.column)}${cell.row + 1}`
      return new FormulaError('REF', `Array result was not expanded because it would overwrite data in ${where}.`)
    }
    for (const cell of cells) if (cell.value !== null) spilling.set(cellKey(cell.row, cell.column), cell.value)
    return result[0]?.[0] ?? null
  }
}

/** What was typed into the cell; undefined where there is nothing or a formula. */
function typedValue(slot: Slot): Scalar | undefined {
  const cell = asCell(slot)
  return cell.formula === undefined ? cell.value : undefined
}

/** One more than the last row among the keys. */
function rowsOf(values: Values | undefined): number {
  let rows = 0
  for (const key of values?.keys() ?? []) rows = Math.max(rows, Math.floor(key / COLUMNS) + 1)
  return rows
}

function valuesOf(all: Map<number, Values>, sheet: Sheet): Values {
  const found = all.get(sheet.sheetId)
  if (found) return found
  const made: Values = new Map()
  all.set(sheet.sheetId, made)
  return made
}

function sameSpill(before: Map<number, Values>, after: Map<number, Values>): boolean {
  const filled = (all: Map<number, Values>) => [...all].filter(([, values]) => values.size > 0)
  if (filled(before).length !== filled(after).length) return false
  return filled(after).every(([sheetId, values]) => {
    const old = before.get(sheetId)
    return old?.size === values.size && [...values].every(([key, value]) => old.get(key) === value)
  })
}
