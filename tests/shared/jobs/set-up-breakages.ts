import type { MadeWorkbook } from './set-up-workbook.ts'

/** Something that a person does to a workbook, and what set-up says it put right. */
export interface Breakage {
  name: string
  break(workbook: MadeWorkbook): void
  says: RegExp
  /** Contents that the person deleted with it, by tab and header. */
  lost?: readonly (readonly [tab: string, header: string])[]
}

const cell = (sheetId: number, rowIndex: number, columnIndex: number) => ({ sheetId, rowIndex, columnIndex })
const block = (
  sheetId: number,
  startRowIndex: number,
  endRowIndex: number,
  startColumnIndex: number,
  endColumnIndex: number,
) => ({
  sheetId,
  startRowIndex,
  endRowIndex,
  startColumnIndex,
  endColumnIndex,
})
const columns = (sheetId: number, startIndex: number, endIndex: number) => ({
  sheetId,
  dimension: 'COLUMNS',
  startIndex,
  endIndex,
})
const typed = (start: object, text: string) => ({
  updateCells: { start, rows: [{ values: [{ userEnteredValue: { stringValue: text } }] }], fields: 'userEnteredValue' },
})
const cleared = (range: object, fields: string) => ({ repeatCell: { range, cell: {}, fields } })
const protections = (book: MadeWorkbook, sheetId: number) =>
  book.apis.state.get(book.spreadsheetId)!.spreadsheet.sheet(sheetId).parts.protectedRanges
const unmarked = (metadataValue: string, metadataKey: string) => ({
  deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataKey, metadataValue } } },
})

const OUTPUT_YTD = 'Cumulative output (10,000 yuan)'
const OUTPUT_MONTH = "This month's output (10,000 yuan)"

export const BREAKAGES: readonly Breakage[] = [
  {
    name: 'an output tab is deleted',
    break: (book) => book.edit({ deleteSheet: { sheetId: book.sheetId('summary') } }),
    says: /made the tab “Summary”/,
  },
  {
    name: 'the hidden tab of verdicts is deleted',
    break: (book) => book.edit({ deleteSheet: { sheetId: book.sheetId('status') } }),
    says: /made the tab “_status”/,
  },
  {
    name: 'the register is deleted',
    break: (book) => book.edit({ deleteSheet: { sheetId: book.sheetId('enterprises') } }),
    says: /made the tab “Enterprises”/,
    lost: ['Name', 'Credit code', 'Also known as', 'Cluster', 'Emerging field', 'Reports from'].map(
      (header) => ['enterprises', header] as const,
    ),
  },
  {
    name: 'the mark of a tab is gone',
    break: (book) => book.edit(unmarked('summary', 'tallysheet.tab')),
    says: /marked the tab “Summary”/,
  },
  {
    name: 'the mark of a column is gone',
    break: (book) => book.edit(unmarked('outputYtd', 'tallysheet.column')),
    says: /marked the column “Submissions” D/,
  },
  {
    name: 'a header is emptied',
    break: (book) => book.edit(cleared(block(book.sheetId('submissions'), 0, 1, 3, 4), 'userEnteredValue')),
    says: /header back: “Submissions” D1/,
    lost: [['submissions', OUTPUT_YTD]],
  },
  {
    name: 'a header says something else',
    break: (book) => book.edit(typed(cell(book.sheetId('submissions'), 0, 3), 'figures for the boss')),
    says: /header back: “Submissions” D1/,
    lost: [['submissions', OUTPUT_YTD]],
  },
  {
    name: 'a column is deleted',
    break: (book) => book.edit({ deleteDimension: { range: columns(book.sheetId('submissions'), 4, 5) } }),
    says: /added the column “Submissions” E This month's output/,
    lost: [['submissions', OUTPUT_MONTH]],
  },
  {
    name: 'the first column is deleted',
    break: (book) => book.edit({ deleteDimension: { range: columns(book.sheetId('milestones'), 0, 1) } }),
    says: /added the column “Milestones” A Key/,
    lost: [['milestones', 'Key']],
  },
  {
    name: 'both of our columns are deleted',
    break: (book) => book.edit({ deleteDimension: { range: columns(book.sheetId('submissions'), 8, 10) } }),
    says: /formula of the status columns back: “Submissions” I1/,
  },
  {
    name: 'the message column is deleted and something else stands beside the status',
    break: (book) => {
      const sheetId = book.sheetId('submissions')
      book.edit(
        { deleteDimension: { range: columns(sheetId, 9, 10) } },
        { appendDimension: { sheetId, dimension: 'COLUMNS', length: 1 } },
        typed(cell(sheetId, 0, 9), 'my remarks'),
        typed(cell(sheetId, 1, 9), 'call them'),
      )
    },
    says: /added the column “Submissions” J Message/,
  },
  {
    name: 'a column is put between status and message',
    break: (book) =>
      book.edit(
        { insertDimension: { range: columns(book.sheetId('submissions'), 9, 10), inheritFromBefore: true } },
        typed(cell(book.sheetId('submissions'), 2, 9), 'between'),
      ),
    says: /added the column “Submissions” J Message/,
  },
  {
    name: 'the row of headers is deleted',
    break: (book) =>
      book.edit({
        deleteDimension: { range: { sheetId: book.sheetId('enterprises'), dimension: 'ROWS', startIndex: 0, endIndex: 1 } },
      }),
    says: /row of headers back: “Enterprises”/,
  },
  {
    name: 'all headers are emptied',
    break: (book) => book.edit(cleared(block(book.sheetId('titles'), 0, 1, 0, 5), 'userEnteredValue')),
    says: /header back: “Titles” A1/,
  },
  {
    name: 'a note is gone',
    break: (book) => book.edit(cleared(block(book.sheetId('targets'), 0, 1, 6, 7), 'note')),
    says: /note on the header back: “Targets” G1/,
  },
  {
    name: 'a header lost its look',
    break: (book) => book.edit(cleared(block(book.sheetId('clusters'), 0, 1, 0, 1), 'userEnteredFormat')),
    says: /look of the header back: “Clusters” A1/,
  },
  {
    name: 'number formats are gone',
    break: (book) => book.edit(cleared(block(book.sheetId('submissions'), 1, 4, 0, 5), 'userEnteredFormat')),
    says: /number format back: “Submissions” A2:A4/,
  },
  {
    name: 'a drop-down is gone',
    break: (book) => book.edit({ setDataValidation: { range: block(book.sheetId('submissions'), 2, 9, 1, 2) } }),
    says: /drop-down back: “Submissions” B3:B9/,
  },
  {
    name: 'a drop-down refuses',
    break: (book) =>
      book.edit({
        setDataValidation: {
          range: block(book.sheetId('milestones'), 1, 9, 5, 6),
          rule: { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'done' }] }, strict: true, showCustomUi: true },
        },
      }),
    says: /drop-down back: “Milestones” F2:F9/,
  },
  {
    name: 'a column is hidden',
    break: (book) =>
      book.edit({
        updateDimensionProperties: {
          range: columns(book.sheetId('submissions'), 3, 4),
          properties: { hiddenByUser: true },
          fields: 'hiddenByUser',
        },
      }),
    says: /column visible again: “Submissions” D/,
  },
  {
    name: 'the header row is not frozen',
    break: (book) =>
      book.edit({
        updateSheetProperties: {
          properties: { sheetId: book.sheetId('recipients'), gridProperties: { frozenRowCount: 0 } },
          fields: 'gridProperties.frozenRowCount',
        },
      }),
    says: /froze the header row of “Recipients”/,
  },
  {
    name: 'the hidden tab is shown',
    break: (book) =>
      book.edit({ updateSheetProperties: { properties: { sheetId: book.sheetId('status'), hidden: false }, fields: 'hidden' } }),
    says: /hid the tab “_status”/,
  },
  {
    name: 'the filter of the list of problems is taken off',
    break: (book) => book.edit({ clearBasicFilter: { sheetId: book.sheetId('problems') } }),
    says: /filter back: “Problems”/,
  },
  {
    name: 'an output tab is not protected',
    break: (book) => {
      const [range] = protections(book, book.sheetId('runs'))
      book.edit({ deleteProtectedRange: { protectedRangeId: range!.protectedRangeId } })
    },
    says: /protected “Runs”/,
  },
  {
    name: 'the protection of our header only warns',
    break: (book) => {
      const range = protections(book, book.sheetId('submissions')).find(({ description }) => description?.endsWith('header'))
      const protectedRange = { protectedRangeId: range!.protectedRangeId, warningOnly: true }
      book.edit({ updateProtectedRange: { protectedRange, fields: 'warningOnly' } })
    },
    says: /protected “Submissions” 1:1/,
  },
  {
    name: 'a colour of a verdict is gone',
    break: (book) => book.edit({ deleteConditionalFormatRule: { sheetId: book.sheetId('submissions'), index: 1 } }),
    says: /colours of the verdicts back: “Submissions”/,
  },
  {
    name: 'the formula is deleted',
    break: (book) => book.edit(cleared(block(book.sheetId('submissions'), 0, 1, 8, 9), 'userEnteredValue')),
    says: /formula of the status columns back: “Submissions” I1/,
  },
  {
    name: 'the formula is typed over',
    break: (book) => book.edit(typed(cell(book.sheetId('submissions'), 0, 8), 'Status')),
    says: /formula of the status columns back: “Submissions” I1/,
  },
  {
    name: 'something stands in the way of the formula',
    break: (book) => book.edit(typed(cell(book.sheetId('submissions'), 2, 9), 'ok!')),
    says: /formula of the status columns back: “Submissions” I1/,
  },
  {
    name: 'a setting is deleted',
    break: (book) =>
      book.edit({
        deleteDimension: { range: { sheetId: book.sheetId('settings'), dimension: 'ROWS', startIndex: 3, endIndex: 4 } },
      }),
    says: /added the missing setting: “Settings” janFeb/,
    lost: [
      ['settings', 'Setting'],
      ['settings', 'Value'],
      ['settings', 'Meaning'],
    ],
  },
  {
    name: 'the fence is deleted',
    break: (book) => {
      const { sheets } = book.apis.state.get(book.spreadsheetId)!.spreadsheet
      book.edit({ deleteSheet: { sheetId: sheets.find(({ title }) => title === '_fence')!.sheetId } })
    },
    says: /keeps two runs apart/,
  },
]
