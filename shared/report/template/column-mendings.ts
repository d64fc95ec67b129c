import type { CellFormat, SheetRequest, TypedCell } from '../../model/sheet-request.ts'
import { cellIn, EMPTY_COLUMN, type TabDetails } from '../../model/tab-details.ts'
import { columnLetters } from '../../model/tabs.ts'
import type { MendingKind } from '../../model/texts/check-texts.ts'
import { typedCell } from '../cells.ts'
import { bodyMendings } from './body-mendings.ts'
import type { ListPlaces, Mending, Place } from './mending.ts'
import { COLOURS } from './tab-looks.ts'
import type { ColumnTemplate, TabTemplate } from './tab-template.ts'

const HEADER: CellFormat = {
  backgroundColorStyle: { rgbColor: COLOURS.header },
  textFormat: { bold: true, foregroundColorStyle: { rgbColor: COLOURS.ink } },
  verticalAlignment: 'MIDDLE',
  wrapStrategy: 'WRAP',
}

/** People may make columns narrow; below this nobody can see them. */
const LEAST_WIDTH = 10

/** What the columns that are there lack: header, mark, note, look, width, number format, drop-down. */
export const columnMendings = (template: TabTemplate, present: TabDetails, place: Place, lists: ListPlaces): Mending[] =>
  template.columns.flatMap((column) => {
    const index = place.columns[column.key]
    return index === undefined
      ? []
      : [
          ...headerMendings(template, column, index, present, place),
          ...dimensionMendings(template, column, index, present),
          ...bodyMendings(template, column, index, present, place.headerRow, lists),
        ]
  })

function headerMendings(
  { tab }: TabTemplate,
  column: ColumnTemplate,
  index: number,
  present: TabDetails,
  { headerRow, nameless }: Place,
): Mending[] {
  const cell = cellIn(present, headerRow, index)
  const at = `${columnLetters(index)}${headerRow + 1}`
  const write = (kind: MendingKind, content: TypedCell, fields: string): Mending => ({
    kind,
    tab,
    cell: at,
    requests: [
      {
        updateCells: {
          start: { sheetId: present.sheetId, rowIndex: headerRow, columnIndex: index },
          rows: [{ values: [content] }],
          fields,
        },
      },
    ],
  })
  const isFormulas = tab === 'submissions' && (column.key === 'status' || column.key === 'message')
  return [
    ...(nameless.has(column.key) && !isFormulas ? [write('header', typedCell(column.header), 'userEnteredValue')] : []),
    ...(column.note !== '' && cell.note !== column.note ? [write('note', { note: column.note }, 'note')] : []),
    ...(cell.bold ? [] : [write('look', { userEnteredFormat: HEADER }, 'userEnteredFormat')]),
  ]
}

function dimensionMendings({ tab }: TabTemplate, column: ColumnTemplate, index: number, present: TabDetails): Mending[] {
  const { sheetId } = present
  const state = present.columns[index] ?? EMPTY_COLUMN
  const range = { sheetId, dimension: 'COLUMNS' as const, startIndex: index, endIndex: index + 1 }
  const mendings: Mending[] = []
  const add = (kind: MendingKind, requests: SheetRequest[]) => mendings.push({ kind, tab, cell: columnLetters(index), requests })
  const strays = present.columns.filter(({ key, keyId }, at) => key === column.key && keyId !== null && at !== index)
  if (state.key !== column.key || strays.length > 0)
    add('column-mark', [
      ...strays.map(({ keyId }) => unmarked(keyId!)),
      ...(state.key === column.key
        ? []
        : [...(state.keyId === null ? [] : [unmarked(state.keyId)]), columnMark(sheetId, index, column.key)]),
    ])
  if (state.width < LEAST_WIDTH || (state.hidden && !column.technical))
    add('width', [
      {
        updateDimensionProperties: {
          range,
          properties: { ...(state.width < LEAST_WIDTH ? { pixelSize: column.width } : {}), hiddenByUser: column.technical },
          fields: state.width < LEAST_WIDTH ? 'pixelSize,hiddenByUser' : 'hiddenByUser',
        },
      },
    ])
  return mendings
}

const unmarked = (metadataId: number): SheetRequest => ({
  deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataId } } },
})

/** The developer metadata by which a column is found when its header was changed. */
export const columnMark = (sheetId: number, index: number, key: string): SheetRequest => ({
  createDeveloperMetadata: {
    developerMetadata: {
      metadataKey: 'tallysheet.column',
      metadataValue: key,
      location: { dimensionRange: { sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 } },
      visibility: 'DOCUMENT',
    },
  },
})
