import type { SheetRequest, TypedCell } from '../../model/sheet-request.ts'
import type { CellValue } from '../../model/tabs.ts'
import { changedCells, growColumns, growRows, typedCell, writeCells } from '../cells.ts'
import { type Layout, type LayoutRow, placed, SUMMARY_WIDTH, SUMMARY_WIDTHS } from './layout.ts'
import { CHARTS_RECORD_ROW, type LayoutRecord, recordOf } from './layout-record.ts'
import { FIRST_TARGET_ROW } from './summary-layout.ts'

/** Summary as it is: its sheet, its cells as read, and the merges that lie in it. */
export interface PresentSummary {
  sheetId: number
  rowCount: number
  columnCount: number
  cells: readonly (readonly CellValue[])[]
  merges: readonly { startRow: number; endRow: number; startColumn: number; endColumn: number }[]
  /** What was laid out before; null: nothing. */
  record: LayoutRecord | null
}

/**
 * The writes that bring Summary up to date. While the layout stays, only values that changed; when it changes, everything: cells with
 * their looks, merges, sizes. Then rows are inserted or taken away above the charts, so that these move like everything else.
 */
export function renderSummary(
  present: PresentSummary,
  layout: Layout,
  chartsSheetId: number,
): { requests: SheetRequest[]; cells: number } {
  const record = recordOf(layout)
  return present.record?.layout === record.layout
    ? changedValues(present, layout)
    : everything(present, layout, record, chartsSheetId)
}

function changedValues({ sheetId, cells }: PresentSummary, layout: Layout): { requests: SheetRequest[]; cells: number } {
  const before = cells.map((row) => row.slice(0, SUMMARY_WIDTH))
  const wanted = layout.rows.map((row, index) =>
    Array.from({ length: SUMMARY_WIDTH }, (_, column) => {
      const cell = placed(row)[column]
      // What a formula shows is Google's to compute.
      return cell?.formula === undefined ? (cell?.value ?? null) : (before[index]?.[column] ?? null)
    }),
  )
  const steady = (rows: readonly (readonly CellValue[])[]) => rows.map((row, index) => (layout.rows[index]?.volatile ? [] : row))
  if (changedCells(sheetId, 0, 0, steady(before), steady(wanted)).cells === 0) return { requests: [], cells: 0 }
  return changedCells(sheetId, 0, 0, before, wanted)
}

function everything(
  present: PresentSummary,
  layout: Layout,
  record: LayoutRecord,
  chartsSheetId: number,
): { requests: SheetRequest[]; cells: number } {
  const { sheetId } = present
  const had = present.record?.targetRows ?? 0
  const moved = layout.targetRows - had
  const rowsBefore = present.cells.length + Math.max(0, moved)
  const height = Math.max(layout.rows.length, rowsBefore)
  const rows = Array.from({ length: height }, (_, index) => typedRow(layout.rows[index]))
  return {
    requests: [
      ...unmerge(present),
      ...moveCharts(sheetId, had, moved),
      ...growRows(sheetId, present.rowCount + moved, height),
      ...growColumns(sheetId, present.columnCount, SUMMARY_WIDTH),
      {
        updateCells: {
          start: { sheetId, rowIndex: 0, columnIndex: 0 },
          rows,
          fields: 'userEnteredValue,userEnteredFormat,note,textFormatRuns',
        },
      },
      {
        updateSheetProperties: {
          properties: { sheetId, gridProperties: { hideGridlines: true } },
          fields: 'gridProperties.hideGridlines',
        },
      },
      ...merges(sheetId, layout),
      ...sizes(sheetId, layout),
      recordRequest(chartsSheetId, record),
    ],
    cells: layout.rows.reduce((sum, { cells }) => sum + cells.length, 0),
  }
}

/** Remembers how Summary was laid out. */
export const recordRequest = (chartsSheetId: number, { layout, targetRows, looks }: LayoutRecord): SheetRequest =>
  writeCells(chartsSheetId, CHARTS_RECORD_ROW, 0, [[layout, targetRows, looks]])

function typedRow(row: LayoutRow | undefined): { values: TypedCell[] } {
  const cells = row ? placed(row) : []
  return {
    values: Array.from({ length: SUMMARY_WIDTH }, (_, column): TypedCell => {
      const cell = cells[column]
      if (!cell) return {}
      return {
        ...(cell.formula === undefined ? typedCell(cell.value) : { userEnteredValue: { formulaValue: cell.formula } }),
        ...(cell.format ? { userEnteredFormat: cell.format } : {}),
        ...(cell.note === undefined ? {} : { note: cell.note }),
      }
    }),
  }
}

/** Only merges that lie within our columns: one that somebody drew across the edge is taken apart whole, as Google demands. */
const unmerge = ({ sheetId, merges }: PresentSummary): SheetRequest[] =>
  merges
    .filter(({ startColumn }) => startColumn < SUMMARY_WIDTH)
    .map(({ startRow, endRow, startColumn, endColumn }) => ({
      unmergeCells: {
        range: {
          sheetId,
          startRowIndex: startRow,
          endRowIndex: endRow,
          startColumnIndex: startColumn,
          endColumnIndex: endColumn,
        },
      },
    }))

function moveCharts(sheetId: number, had: number, moved: number): SheetRequest[] {
  if (moved === 0) return []
  const start = FIRST_TARGET_ROW + Math.min(had, had + moved)
  const range = { sheetId, dimension: 'ROWS' as const, startIndex: start, endIndex: start + Math.abs(moved) }
  return moved > 0 ? [{ insertDimension: { range, inheritFromBefore: false } }] : [{ deleteDimension: { range } }]
}

const merges = (sheetId: number, layout: Layout): SheetRequest[] =>
  layout.rows.flatMap(({ cells }, row) => {
    let column = 0
    return cells.flatMap(({ span = 1 }): SheetRequest[] => {
      const start = column
      column += span
      if (span === 1) return []
      const range = { sheetId, startRowIndex: row, endRowIndex: row + 1, startColumnIndex: start, endColumnIndex: column }
      return [{ mergeCells: { range, mergeType: 'MERGE_ALL' } }]
    })
  })

/** Heights of rows, neighbours of one height together, and widths of our columns. */
function sizes(sheetId: number, { rows }: Layout): SheetRequest[] {
  const DEFAULT_HEIGHT = 21
  const size = (dimension: 'ROWS' | 'COLUMNS', startIndex: number, endIndex: number, pixelSize: number): SheetRequest => ({
    updateDimensionProperties: {
      range: { sheetId, dimension, startIndex, endIndex },
      properties: { pixelSize },
      fields: 'pixelSize',
    },
  })
  const runs: { start: number; end: number; height: number }[] = []
  for (const [index, { height = DEFAULT_HEIGHT }] of rows.entries()) {
    const last = runs.at(-1)
    if (last?.height === height) last.end = index + 1
    else runs.push({ start: index, end: index + 1, height })
  }
  return [
    ...runs.map(({ start, end, height }) => size('ROWS', start, end, height)),
    ...SUMMARY_WIDTHS.map((width, column) => size('COLUMNS', column, column + 1, width)),
  ]
}
