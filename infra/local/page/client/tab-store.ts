import type { ChartState, TabLayout } from '../protocol.ts'
import { Chunk, type ShownCell } from './chunk.ts'
import { ExpectedTexts } from './expected-texts.ts'
import { Merges } from './merges.ts'
import { RowHeights } from './row-heights.ts'
import { server } from './server-calls.ts'

const CHUNK = 100
const KEPT_CHUNKS = 60
/** Formulas are asked for once typing has paused: working them out in a large workbook keeps the server busy. */
const FORMULAS_AFTER_MS = 250

/** What this window knows of one tab: rows are fetched as they come into view, and again when they changed. */
export class TabStore {
  readonly sheetId: number
  layout: TabLayout | null = null
  charts: readonly ChartState[] = []
  heights = new RowHeights([])
  merges = new Merges([])
  /** Goes up whenever there is something new to draw. */
  revision = 0
  #chunks = new Map<number, Chunk>()
  #asked = new Map<number, number>()
  #wanted = 1
  readonly #expected = new ExpectedTexts()
  #listeners = new Set<() => void>()
  #view = { from: 0, to: CHUNK }
  #later: ReturnType<typeof setTimeout> | undefined
  /** Formulas have been shown once: what changes now is typed. */
  #finished = false

  constructor(sheetId: number) {
    this.sheetId = sheetId
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The workbook has that version now: what is shown is fetched again. */
  async refresh(version: number): Promise<void> {
    // A server that was started anew counts from the beginning.
    if (version < this.#wanted) this.#forget()
    this.#wanted = version
    this.look(this.#view.from, this.#view.to)
    await this.#layOut(true)
  }

  /** These rows are in view. */
  look(from: number, to: number): void {
    if (to > from + 1) this.#view = { from, to }
    for (const chunk of chunksOf(from, to)) {
      const known = this.#chunks.get(chunk)?.version ?? 0
      if (known >= this.#wanted || (this.#asked.get(chunk) ?? 0) >= this.#wanted) continue
      this.#asked.set(chunk, this.#wanted)
      void this.#fetch(chunk, true)
    }
  }

  async #layOut(quick: boolean): Promise<void> {
    const layout = await server.layout(this.sheetId, quick)
    if (this.layout && layout.version < this.layout.version) return
    this.layout = layout
    this.merges = new Merges(layout.merges)
    if (layout.charts) this.charts = layout.charts
    if (layout.rowHeights) {
      this.heights = new RowHeights(layout.rowHeights)
      this.#finished = true
    } else this.#finishLater()
    this.#changed()
  }

  async #fetch(index: number, quick: boolean): Promise<void> {
    const taken = this.#expected.taken()
    try {
      const rows = await server.rows(this.sheetId, index * CHUNK, (index + 1) * CHUNK, quick)
      const known = this.#chunks.get(index)
      if (known && (rows.version < known.version || (rows.version === known.version && known.complete))) return
      this.#chunks.delete(index)
      this.#chunks.set(index, new Chunk(rows, known))
      this.#expected.drop(taken, index * CHUNK, (index + 1) * CHUNK)
      for (const [oldest] of this.#chunks) {
        if (this.#chunks.size <= KEPT_CHUNKS) break
        this.#chunks.delete(oldest)
        this.#asked.delete(oldest)
      }
      if (!rows.complete) this.#finishLater()
      this.#changed()
    } catch {
      // The tab is gone, or the server stopped: the next version, if one comes, asks again.
      this.#asked.delete(index)
    }
  }

  #finishLater(): void {
    clearTimeout(this.#later)
    this.#later = setTimeout(
      () => {
        for (const chunk of new Set([0, ...chunksOf(this.#view.from, this.#view.to)]))
          if (this.#chunks.get(chunk)?.complete === false) void this.#fetch(chunk, false)
        void this.#layOut(false).catch(() => {})
      },
      this.#finished ? FORMULAS_AFTER_MS : 0,
    )
  }

  cell(row: number, column: number): ShownCell | null {
    const cell = this.#chunks.get(Math.floor(row / CHUNK))?.cell(row % CHUNK, column) ?? null
    const text = this.#expected.at(row, column)
    return text === undefined ? cell : { ...(cell ?? {}), text }
  }

  /** What the row's cells come from: another object when they changed. */
  chunkOf(row: number): Chunk | undefined {
    return this.#chunks.get(Math.floor(row / CHUNK))
  }

  isPending(row: number, column: number): boolean {
    return this.#expected.at(row, column) !== undefined
  }

  /** Goes up whenever what is expected changes. */
  get expected(): number {
    return this.#expected.revision
  }

  /** Shows what was typed before the server has taken it. */
  expect(row: number, column: number, rows: readonly (readonly (string | null)[])[]): void {
    this.#expected.expect(row, column, rows)
    this.#changed()
  }

  /** The server has taken what was expected, or refused it. */
  settle(taken: boolean): void {
    this.#expected.settle(taken)
    this.#changed()
  }

  #forget(): void {
    this.#chunks.clear()
    this.#asked.clear()
    this.#expected.forget()
    this.layout = null
  }

  #changed(): void {
    this.revision++
    for (const listener of this.#listeners) listener()
  }
}

const chunksOf = (from: number, to: number): number[] => {
  const first = Math.floor(from / CHUNK)
  const last = Math.floor(Math.max(from, to - 1) / CHUNK)
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
