interface Expected {
  text: string
  /** The server has taken it: the next rows that arrive show it. */
  taken: boolean
}

/** What was typed and is shown before the server has taken it, by cell. */
export class ExpectedTexts {
  /** Goes up whenever what is expected changes. */
  revision = 0
  readonly #cells = new Map<string, Expected>()

  at(row: number, column: number): string | undefined {
    return this.#cells.get(`${row},${column}`)?.text
  }

  /** Expects a block whose first cell is at the place; null is left as it is. */
  expect(row: number, column: number, rows: readonly (readonly (string | null)[])[]): void {
    for (const [down, line] of rows.entries())
      for (const [right, text] of line.entries())
        if (text !== null) this.#cells.set(`${row + down},${column + right}`, { text, taken: false })
    this.revision++
  }

  /** The server has taken all that is expected, or refused it. */
  settle(taken: boolean): void {
    if (taken) for (const expected of this.#cells.values()) expected.taken = true
    else this.#cells.clear()
    this.revision++
  }

  /** The cells whose texts the server has taken by now. */
  taken(): readonly string[] {
    return [...this.#cells].filter(([, { taken }]) => taken).map(([cell]) => cell)
  }

  /** Those of the cells that lie in these rows are shown as they arrived. */
  drop(cells: readonly string[], startRow: number, endRow: number): void {
    for (const cell of cells) {
      const row = Number(cell.split(',')[0])
      if (row >= startRow && row < endRow) this.#cells.delete(cell)
    }
    if (cells.length > 0) this.revision++
  }

  forget(): void {
    this.#cells.clear()
  }
}
