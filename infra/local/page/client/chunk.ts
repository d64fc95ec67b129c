import type { CellState, CellStyle, TabRows } from '../protocol.ts'

export interface ShownCell extends Omit<CellState, 'style'> {
  look?: CellStyle
}

type Row = readonly (ShownCell | null)[]

/** Some rows as they are shown, of one version of the workbook. */
export class Chunk {
  readonly version: number
  readonly complete: boolean
  readonly #rows: readonly Row[]

  /**
   * While formulas are being worked out, a row that is otherwise the same keeps what they showed before; any other row says that it waits, so
   * that no result is ever seen beside a row that it doesn't belong to.
   */
  constructor({ version, complete, rows, styles }: TabRows, before: Chunk | undefined) {
    this.version = version
    this.complete = complete
    this.#rows = rows.map((cells, index) => {
      const row = cells.map((cell) => shown(cell, styles))
      const old = before ? before.#rows[index] : undefined
      return !complete && old && isSame(row, old) ? old : row
    })
  }

  cell(row: number, column: number): ShownCell | null {
    return this.#rows[row]?.[column] ?? null
  }
}

function shown(cell: CellState | null, styles: readonly CellStyle[]): ShownCell | null {
  if (!cell) return null
  const { style, ...rest } = cell
  if (cell.waits) return { ...rest, text: '…' }
  return style === undefined ? rest : { ...rest, look: styles[style]! }
}

function isSame(row: Row, old: Row): boolean {
  return Array.from({ length: Math.max(row.length, old.length) }, (_, column) => column).every(
    (column) => row[column]?.waits || (row[column]?.text ?? '') === (old[column]?.text ?? ''),
  )
}
