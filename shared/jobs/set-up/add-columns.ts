import type { SheetRequest } from '../../model/sheet-request.ts'
import type { TabDetails } from '../../model/tab-details.ts'
import { type ColumnKey, columnLetters, type TableKey } from '../../model/tabs.ts'
import type { Texts } from '../../model/texts/texts.ts'
import { insertRows, typedCell } from '../../report/cells.ts'
import { columnMark } from '../../report/template/column-mendings.ts'
import type { Mending } from '../../report/template/mending.ts'
import type { LocatedTab } from './locate-columns.ts'
import { placeFor } from './missing-columns.ts'

/** Puts back a deleted row of headers, and missing columns where they belong, as new rows and columns: no figure changes its header. */
export function addColumns(tab: TableKey, details: TabDetails, located: LocatedTab, texts: Texts): Mending[] {
  const { place, headerRowLost, missing } = located
  if (!place) return []
  const headers = texts.workbook.header[tab] as Record<ColumnKey, string>
  if (headerRowLost) return [headerRow(tab, details, place.columns, headers)]
  // From right to left, so that the places of the others stay what they are.
  return missing
    .map((key) => ({ key, index: placeFor(tab, key, place.columns) }))
    .toReversed()
    .toSorted((a, b) => b.index - a.index)
    .map(({ key, index }) => ({
      kind: 'column',
      tab,
      cell: `${columnLetters(index)} ${headers[key]}`,
      requests: newColumn(details.sheetId, index, place.headerRow, key, isFormulas(tab, key) ? null : headers[key]),
    }))
}

const isFormulas = (tab: TableKey, key: ColumnKey): boolean => tab === 'submissions' && (key === 'status' || key === 'message')

function headerRow(
  tab: TableKey,
  { sheetId }: TabDetails,
  columns: Partial<Record<ColumnKey, number>>,
  headers: Record<ColumnKey, string>,
): Mending {
  const cells = (Object.entries(columns) as [ColumnKey, number][])
    .filter(([key]) => !isFormulas(tab, key))
    .map(
      ([key, columnIndex]): SheetRequest => ({
        updateCells: {
          start: { sheetId, rowIndex: 0, columnIndex },
          rows: [{ values: [typedCell(headers[key])] }],
          fields: 'userEnteredValue',
        },
      }),
    )
  return { kind: 'header-row', tab, cell: '1:1', requests: [insertRows(sheetId, 0, 1), ...cells] }
}

function newColumn(sheetId: number, index: number, headerRow: number, key: ColumnKey, header: string | null): SheetRequest[] {
  const bounds = { startColumnIndex: index, endColumnIndex: index + 1 }
  return [
    {
      insertDimension: {
        range: { sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 },
        inheritFromBefore: index > 0,
      },
    },
    // What it inherits from its neighbour is not its own.
    { repeatCell: { range: { sheetId, ...bounds }, cell: {}, fields: 'userEnteredFormat,dataValidation,note' } },
    columnMark(sheetId, index, key),
    ...(header === null
      ? []
      : [
          {
            updateCells: {
              start: { sheetId, rowIndex: headerRow, columnIndex: index },
              rows: [{ values: [typedCell(header)] }],
              fields: 'userEnteredValue',
            },
          },
        ]),
  ]
}
