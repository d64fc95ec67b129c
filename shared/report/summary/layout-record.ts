import type { CellValue } from '../../model/tabs.ts'
import { type Layout, placed, SUMMARY_WIDTH } from './layout.ts'

/** Row (0-based) of the hidden tab of charts that remembers how Summary was laid out. */
export const CHARTS_RECORD_ROW = 0

/** How Summary was laid out, so that a run rewrites its looks only when they change. */
export interface LayoutRecord {
  /** Digest of everything but values; empty: to be laid out again. */
  layout: string
  /** Rows of the table of targets: where the charts lie. */
  targetRows: number
  /** Digest of what set-up can see of the looks. */
  looks: string
}

/** What set-up reads of a cell's looks. */
export interface SeenLook {
  bold: boolean
  pattern: string
  note: string
  formula: string
}

export function recordOf(layout: Layout): LayoutRecord {
  const shape = layout.rows.map(({ cells, height }) => [
    height ?? 0,
    ...cells.map(({ format, note, formula, span }) => [format ?? 0, note ?? 0, formula ?? 0, span ?? 1]),
  ])
  return {
    layout: digest(JSON.stringify(shape)),
    targetRows: layout.targetRows,
    looks: looksDigest(
      layout.rows.map((row) =>
        placed(row).map((cell) => ({
          bold: cell?.format?.textFormat?.bold ?? false,
          pattern: cell?.format?.numberFormat?.pattern ?? '',
          note: cell?.note ?? '',
          formula: cell?.formula ?? '',
        })),
      ),
    ),
  }
}

/** The record as the cells of the tab of charts hold it; null where there is none. */
export function readRecord(cells: readonly (readonly CellValue[])[]): LayoutRecord | null {
  const [layout, targetRows, looks] = cells[CHARTS_RECORD_ROW] ?? []
  if (typeof targetRows !== 'number') return null
  return { layout: String(layout ?? ''), targetRows, looks: String(looks ?? '') }
}

/** Digest of the looks of Summary's cells, whatever stands to the right of them or below. */
export function looksDigest(rows: readonly (readonly SeenLook[])[]): string {
  const plain = ({ bold, pattern, note, formula }: SeenLook) => !bold && pattern === '' && note === '' && formula === ''
  const seen = rows.flatMap((row, index) =>
    row
      .slice(0, SUMMARY_WIDTH)
      .flatMap((look, column) => (plain(look) ? [] : [[index, column, look.bold, look.pattern, look.note, look.formula]])),
  )
  return digest(JSON.stringify(seen))
}

/** FNV-1a over two halves: enough to notice a change, and no secret. */
function digest(text: string): string {
  let low = 0x811c9dc5
  let high = 0x1b873593
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high ^ code, 0x85ebca6b)
  }
  return [low, high].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}
