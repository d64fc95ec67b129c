import type { JsonObject } from '../../google-apis/json.ts'
import type { Sheet } from '../../google-apis/sheet.ts'
import type { Area, Edit } from '../protocol.ts'
import { type SavedCells, writingBack } from './saved-cells.ts'

type Moving = Extract<Edit, { kind: 'insertRows' | 'deleteRows' }>
type Sorting = Extract<Edit, { kind: 'sort' }>

/** An edit of whole rows as the API's requests, and how it is taken back. */
interface RowChange {
  area: Area
  requests: JsonObject[]
  /** What must still be there for the edit to be taken back; to be asked once it was made. */
  left: () => Area
  takingBack: (before: SavedCells) => JsonObject[]
}

/** Rows inserted, deleted or sorted. */
export const rowChange = (edit: Moving | Sorting, sheet: Sheet): RowChange =>
  edit.kind === 'sort' ? sorted(edit, sheet) : moved(edit, sheet)

function moved({ kind, row, count }: Moving, sheet: Sheet): RowChange {
  const { sheetId, grid } = sheet
  const area = { startRow: row, endRow: row + count, startColumn: 0, endColumn: grid.columnCount }
  const range = { sheetId, dimension: 'ROWS', startIndex: row, endIndex: row + count }
  const inheritFromBefore = row > frozenRows(sheet)
  const removing = { deleteDimension: { range } }
  const adding = { insertDimension: { range, inheritFromBefore } }
  if (kind === 'deleteRows')
    return {
      area,
      requests: [removing],
      left: () => ({ ...area, endRow: Math.min(row + 1, grid.rowCount) }),
      takingBack: (before) => [adding, writingBack(sheetId, before)],
    }
  // Google's own page gives new rows the drop-downs of their neighbour; its API only the looks.
  const neighbour = inheritFromBefore ? row - 1 : row + count
  const lists = {
    copyPaste: {
      source: { sheetId, startRowIndex: neighbour, endRowIndex: neighbour + 1 },
      destination: { sheetId, startRowIndex: row, endRowIndex: row + count },
      pasteType: 'PASTE_DATA_VALIDATION',
    },
  }
  return { area, requests: [adding, lists], left: () => area, takingBack: () => [removing] }
}

/** Everything below the frozen rows. */
function sorted({ column, descending }: Sorting, sheet: Sheet): RowChange {
  const { sheetId, grid } = sheet
  const area = { startRow: frozenRows(sheet), endRow: grid.rowCount, startColumn: 0, endColumn: grid.columnCount }
  const range = {
    sheetId,
    startRowIndex: area.startRow,
    endRowIndex: area.endRow,
    startColumnIndex: 0,
    endColumnIndex: area.endColumn,
  }
  const sortSpecs = [{ dimensionIndex: column, sortOrder: descending ? 'DESCENDING' : 'ASCENDING' }]
  return {
    area,
    requests: [{ sortRange: { range, sortSpecs } }],
    left: () => area,
    takingBack: (before) => [writingBack(sheetId, before)],
  }
}

const frozenRows = ({ gridAppearance }: Sheet): number => Number(gridAppearance.frozenRowCount ?? 0)
