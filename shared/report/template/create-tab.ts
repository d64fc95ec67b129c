import type { CellFormat, SheetRequest } from '../../model/sheet-request.ts'
import { COLUMNS, type ColumnKey, type TabKey, type TableKey } from '../../model/tabs.ts'
import type { Texts } from '../../model/texts/texts.ts'
import { typedCell } from '../cells.ts'
import { COLOURS, columnFormat, columnWidth, TAB_LOOKS } from './tab-looks.ts'

/** Rows of a new tab; people add more as they need them. */
export const NEW_TAB_ROWS = 1_000

const HEADER: CellFormat = {
  backgroundColorStyle: { rgbColor: COLOURS.header },
  textFormat: { bold: true, foregroundColorStyle: { rgbColor: COLOURS.ink } },
  verticalAlignment: 'MIDDLE',
  wrapStrategy: 'WRAP',
}

const isTable = (tab: TabKey): tab is TableKey => tab in COLUMNS

/** How many columns a new tab has. */
export const columnsOf = (tab: TabKey): number => (isTable(tab) ? COLUMNS[tab].length : tab === 'guide' ? 2 : 15)

/** The requests that make a tab anew: sheet, metadata, headers, formats, protection. Its content follows separately. */
export function createTab(tab: TabKey, sheetId: number, rowCount: number, index: number | null, texts: Texts): SheetRequest[] {
  const look = TAB_LOOKS[tab]
  const made: SheetRequest = {
    addSheet: {
      properties: {
        sheetId,
        title: texts.workbook.tab[tab],
        hidden: look.hidden,
        ...(index === null ? {} : { index }),
        ...(look.colour === 'none' ? {} : { tabColorStyle: { rgbColor: COLOURS[look.colour] } }),
        gridProperties: { rowCount, columnCount: columnsOf(tab), frozenRowCount: isTable(tab) ? 1 : 0 },
      },
    },
  }
  const marked: SheetRequest = {
    createDeveloperMetadata: {
      developerMetadata: { metadataKey: 'tallysheet.tab', metadataValue: tab, location: { sheetId }, visibility: 'DOCUMENT' },
    },
  }
  const guarded: SheetRequest[] = look.protected
    ? [{ addProtectedRange: { protectedRange: { range: { sheetId }, description: `tallysheet: ${tab}`, warningOnly: false } } }]
    : []
  return [made, marked, ...(isTable(tab) ? tableRequests(tab, sheetId, texts) : []), ...guarded]
}

function tableRequests<T extends TableKey>(tab: T, sheetId: number, texts: Texts): SheetRequest[] {
  const headers = texts.workbook.header[tab] as Record<ColumnKey, string>
  const columns = COLUMNS[tab] as readonly ColumnKey[]
  const header: SheetRequest = {
    updateCells: {
      start: { sheetId, rowIndex: 0, columnIndex: 0 },
      rows: [{ values: columns.map((key) => ({ ...typedCell(headers[key]), userEnteredFormat: HEADER })) }],
      fields: 'userEnteredValue,userEnteredFormat',
    },
  }
  return [
    header,
    ...columns.flatMap((key, index): SheetRequest[] => {
      const range = { sheetId, dimension: 'COLUMNS' as const, startIndex: index, endIndex: index + 1 }
      const format = columnFormat(tab, key)
      return [
        {
          createDeveloperMetadata: {
            developerMetadata: {
              metadataKey: 'tallysheet.column',
              metadataValue: key,
              location: { dimensionRange: range },
              visibility: 'DOCUMENT',
            },
          },
        },
        { updateDimensionProperties: { range, properties: { pixelSize: columnWidth(key) }, fields: 'pixelSize' } },
        ...(format
          ? [
              {
                repeatCell: {
                  range: { sheetId, startRowIndex: 1, startColumnIndex: index, endColumnIndex: index + 1 },
                  cell: { userEnteredFormat: format },
                  fields: 'userEnteredFormat.numberFormat',
                },
              },
            ]
          : []),
      ]
    }),
  ]
}

/** Writes the one formula of Submissions into its header cell and clears what stands below in its two columns. */
export function placeStatusFormula(sheetId: number, headerRow: number, statusColumn: number, formula: string): SheetRequest[] {
  return [
    {
      repeatCell: {
        range: { sheetId, startRowIndex: headerRow, startColumnIndex: statusColumn, endColumnIndex: statusColumn + 2 },
        cell: {},
        fields: 'userEnteredValue',
      },
    },
    {
      updateCells: {
        start: { sheetId, rowIndex: headerRow, columnIndex: statusColumn },
        rows: [{ values: [{ userEnteredValue: { formulaValue: formula } }] }],
        fields: 'userEnteredValue',
      },
    },
  ]
}
