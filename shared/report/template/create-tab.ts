import type { SheetRequest } from '../../model/sheet-request.ts'
import type { TabDetails } from '../../model/tab-details.ts'
import { COLUMNS, type ColumnKey, type TabKey, type TableKey } from '../../model/tabs.ts'
import type { Texts } from '../../model/texts/texts.ts'
import { PLAIN_WIDTHS } from './column-looks.ts'
import { mendTab } from './mend-tab.ts'
import type { ListPlaces, Place } from './mending.ts'
import { COLOURS } from './tab-looks.ts'
import { type TabTemplate, tabTemplate } from './tab-template.ts'

/** Rows of a new tab; people add more as they need them. */
export const NEW_TAB_ROWS = 1_000

/** What a new tab takes from the rest of the workbook. */
export interface NewTabContext {
  /** Where nothing else has the tab's own title. */
  title?: string
  lists?: ListPlaces
  clusterKeys?: readonly string[]
  /** Who of the bureau may edit what is protected. */
  editors?: readonly string[]
}

/** How many columns a new tab has. */
export const columnsOf = (tab: TabKey): number => (tab in COLUMNS ? COLUMNS[tab as TableKey].length : PLAIN_WIDTHS[tab]!.length)

/** The place of the columns in a new tab, none of which has a header yet. */
export const newPlace = ({ columns }: TabTemplate): Place => ({
  headerRow: 0,
  columns: Object.fromEntries(columns.map(({ key }, index) => [key, index])),
  nameless: new Set(columns.map(({ key }) => key)),
})

/**
 * The requests that make a tab anew, the first of which adds the sheet: creating is mending a sheet that has nothing. Its content
 * follows separately.
 */
export function createTab(
  tab: TabKey,
  sheetId: number,
  rowCount: number,
  index: number | null,
  texts: Texts,
  context: NewTabContext = {},
): SheetRequest[] {
  const template = tabTemplate(tab, context.clusterKeys ?? [], texts)
  const { colour, hidden } = template
  const frozenRows = template.columns.length > 0 ? 1 : 0
  const made: SheetRequest = {
    addSheet: {
      properties: {
        sheetId,
        title: context.title ?? template.title,
        hidden,
        ...(index === null ? {} : { index }),
        ...(colour === 'none' ? {} : { tabColorStyle: { rgbColor: COLOURS[colour] } }),
        gridProperties: { rowCount, columnCount: columnsOf(tab), frozenRowCount: frozenRows },
      },
    },
  }
  const empty: TabDetails = {
    sheetId,
    title: template.title,
    hidden,
    rowCount,
    columnCount: columnsOf(tab),
    frozenRows,
    rowsRead: rowCount,
    columns: [],
    cells: [],
    protections: [],
    colourings: [],
  }
  const mendings = mendTab(template, empty, newPlace(template), context.lists ?? {}, context.editors ?? [])
  return [
    made,
    tabMark(tab, sheetId),
    ...plainLook(tab, sheetId),
    ...wrapped(template, sheetId),
    ...mendings.flatMap(({ requests }) => requests),
  ]
}

/** The developer metadata by which a tab is found when it was renamed. */
export const tabMark = (tab: TabKey, sheetId: number): SheetRequest => ({
  createDeveloperMetadata: {
    developerMetadata: { metadataKey: 'tallysheet.tab', metadataValue: tab, location: { sheetId }, visibility: 'DOCUMENT' },
  },
})

/** Columns of sentences: a message that is cut off helps nobody. People may change that. */
const SENTENCES: readonly ColumnKey[] = ['message', 'explanation', 'read', 'advice', 'result', 'meaning', 'note']

const wrapped = ({ columns }: TabTemplate, sheetId: number): SheetRequest[] =>
  columns.flatMap(({ key }, index): SheetRequest[] =>
    SENTENCES.includes(key)
      ? [
          {
            repeatCell: {
              range: { sheetId, startRowIndex: 1, startColumnIndex: index, endColumnIndex: index + 1 },
              cell: { userEnteredFormat: { wrapStrategy: 'WRAP' } },
              fields: 'userEnteredFormat.wrapStrategy',
            },
          },
        ]
      : [],
  )

/** Widths of a tab that is no table; the Guide is for reading: headings bold, texts wrapped. */
function plainLook(tab: TabKey, sheetId: number): SheetRequest[] {
  const widths = (PLAIN_WIDTHS[tab] ?? []).map(
    (pixelSize, column): SheetRequest => ({
      updateDimensionProperties: {
        range: { sheetId, dimension: 'COLUMNS', startIndex: column, endIndex: column + 1 },
        properties: { pixelSize },
        fields: 'pixelSize',
      },
    }),
  )
  if (tab !== 'guide') return widths
  const look = (column: number, bold: boolean): SheetRequest => ({
    repeatCell: {
      range: { sheetId, startColumnIndex: column, endColumnIndex: column + 1 },
      cell: { userEnteredFormat: { textFormat: { bold }, wrapStrategy: 'WRAP', verticalAlignment: 'TOP' } },
      fields: 'userEnteredFormat(textFormat.bold,wrapStrategy,verticalAlignment)',
    },
  })
  return [...widths, look(0, true), look(1, false)]
}
