import type { CellFormat } from '../../model/sheet-request.ts'
import type { CellValue } from '../../model/tabs.ts'

/** Columns of Summary that are ours, A to L; what people write to the right of them stays. */
export const SUMMARY_WIDTHS = [216, 104, 104, 92, 80, 128, 108, 72, 104, 96, 76, 84] as const
export const SUMMARY_WIDTH = SUMMARY_WIDTHS.length

/** A cell of Summary: what it says and how it looks. */
export interface LayoutCell {
  value: CellValue
  format?: CellFormat
  note?: string
  /** Stands instead of the value; it never holds a text that people typed. */
  formula?: string
  /** How many columns it covers. */
  span?: number
}

export interface LayoutRow {
  cells: readonly LayoutCell[]
  /** Pixels. */
  height?: number
  /** When and by which run: alone no reason to write. */
  volatile?: true
}

/** Summary as data, from A1 on. */
export interface Layout {
  rows: readonly LayoutRow[]
  /** Rows of the table of targets, header apart: the charts lie below them and move with them. */
  targetRows: number
}

/** A blank row. */
export const gap = (height = 10): LayoutRow => ({ cells: [], height })

/** About how many lines a text takes in so many pixels at the usual size: Chinese characters are twice as wide as others. */
export function lines(text: string, widthPx: number): number {
  const pixels = [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 0x2e7f ? 13.5 : 7), 0)
  return Math.max(1, Math.ceil((pixels * 1.05) / widthPx))
}

/** The cells of a row by column (from 0): covered columns and those that a row leaves out are undefined. */
export function placed(row: LayoutRow): (LayoutCell | undefined)[] {
  const cells: (LayoutCell | undefined)[] = []
  for (const cell of row.cells) {
    cells.push(cell)
    for (let covered = 1; covered < (cell.span ?? 1); covered++) cells.push(undefined)
  }
  return cells
}
