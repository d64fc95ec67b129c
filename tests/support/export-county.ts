import type { CellValue } from '../../shared/model/tabs.ts'
import type { County } from './county.ts'

/** Ids of the tabs that `decorate` adds. */
const LOOKS_ID = 7001
const DATA_ID = 7002

const INK = { red: 29 / 255, green: 43 / 255, blue: 58 / 255 }
const BLUE = { red: 43 / 255, green: 92 / 255, blue: 158 / 255 }
const GREY = { red: 0.55, green: 0.58, blue: 0.6 }
const LIGHT = { red: 0.95, green: 0.7, blue: 0.55 }

export const LONG_LIST = Array.from({ length: 40 }, (_, index) => `choice number ${index + 1}, of forty`)

const cellOf = (value: CellValue | { formula: string }) => {
  if (value === null) return {}
  if (typeof value === 'object') return { userEnteredValue: { formulaValue: value.formula } }
  if (typeof value === 'number') return { userEnteredValue: { numberValue: value } }
  return typeof value === 'string' ? { userEnteredValue: { stringValue: value } } : { userEnteredValue: { boolValue: value } }
}

const at = (row: number, column: number, rows = 1, columns = 1) => ({
  sheetId: LOOKS_ID,
  startRowIndex: row,
  endRowIndex: row + rows,
  startColumnIndex: column,
  endColumnIndex: column + columns,
})

const format = (row: number, column: number, userEnteredFormat: object) => ({
  repeatCell: { range: at(row, column), cell: { userEnteredFormat }, fields: 'userEnteredFormat' },
})

const fill = (sheetId: number, rows: (CellValue | { formula: string })[][]) => ({
  updateCells: {
    start: { sheetId, rowIndex: 0, columnIndex: 0 },
    rows: rows.map((row) => ({ values: row.map(cellOf) })),
    fields: 'userEnteredValue',
  },
})

/** Two tabs more: one with everything that a cell can look like and a chart, one hidden with the chart's data. */
export async function decorate(county: County): Promise<void> {
  const requests = [
    {
      addSheet: {
        properties: { sheetId: LOOKS_ID, title: "Looks / of 'cells'", gridProperties: { rowCount: 60, columnCount: 8 } },
      },
    },
    {
      addSheet: {
        properties: { sheetId: DATA_ID, title: 'Data', hidden: true, gridProperties: { rowCount: 20, columnCount: 6 } },
      },
    },
    fill(LOOKS_ID, [
      ['Merged title', null, null, null],
      ['=1+1', 45_658, 45_658.75, 0.4267],
      ['+cmd|calc', 1234.5, true, { formula: '=B3*2' }],
      ['bar', { formula: '=SPARKLINE($D$2,{"charttype","bar";"max",1;"color1","#2e7d5b"})' }, { formula: '=1/0' }, 'choice'],
      ['to the data', 'to a page', 'low', 'high'],
    ]),
    { mergeCells: { range: at(0, 0, 1, 4), mergeType: 'MERGE_ALL' } },
    format(0, 0, {
      textFormat: { bold: true, fontSize: 16, foregroundColorStyle: { rgbColor: BLUE } },
      backgroundColorStyle: { rgbColor: LIGHT },
      horizontalAlignment: 'CENTER',
      verticalAlignment: 'MIDDLE',
    }),
    format(1, 1, { numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' } }),
    format(1, 2, { numberFormat: { type: 'DATE_TIME', pattern: 'yyyy"年"m"月"d"日" h:mm am/pm' } }),
    format(1, 3, { numberFormat: { type: 'PERCENT', pattern: '0.0%' } }),
    format(2, 1, { numberFormat: { type: 'NUMBER', pattern: '#,##0.00' }, wrapStrategy: 'WRAP', horizontalAlignment: 'RIGHT' }),
    { updateBorders: { range: at(2, 1), top: { style: 'SOLID_MEDIUM', colorStyle: { rgbColor: BLUE } } } },
    {
      repeatCell: { range: at(2, 0), cell: { note: 'A note\nof two lines <b>' }, fields: 'note' },
    },
    {
      updateDimensionProperties: {
        range: { sheetId: LOOKS_ID, dimension: 'ROWS', startIndex: 0, endIndex: 1 },
        properties: { pixelSize: 48 },
        fields: 'pixelSize',
      },
    },
    {
      updateDimensionProperties: {
        range: { sheetId: LOOKS_ID, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 },
        properties: { pixelSize: 180 },
        fields: 'pixelSize',
      },
    },
    {
      updateDimensionProperties: {
        range: { sheetId: LOOKS_ID, dimension: 'COLUMNS', startIndex: 6, endIndex: 7 },
        properties: { hiddenByUser: true },
        fields: 'hiddenByUser',
      },
    },
    {
      setDataValidation: {
        range: at(3, 3, 3),
        rule: {
          condition: { type: 'ONE_OF_LIST', values: LONG_LIST.map((userEnteredValue) => ({ userEnteredValue })) },
          strict: true,
          showCustomUi: true,
        },
      },
    },
    {
      addConditionalFormatRule: {
        index: 0,
        rule: {
          ranges: [at(4, 2, 3, 2)],
          booleanRule: {
            condition: { type: 'TEXT_EQ', values: [{ userEnteredValue: 'low' }] },
            format: { backgroundColorStyle: { rgbColor: LIGHT }, textFormat: { bold: true } },
          },
        },
      },
    },
    ...[
      [0, `#gid=${DATA_ID}&range=B2`],
      [1, 'https://example.test/?a=1&b=2'],
    ].map(([column, uri]) => ({
      updateCells: {
        start: { sheetId: LOOKS_ID, rowIndex: 4, columnIndex: column },
        rows: [{ values: [{ textFormatRuns: [{ startIndex: 0, format: { link: { uri } } }] }] }],
        fields: 'textFormatRuns',
      },
    })),
    fill(DATA_ID, [
      ['Month', 'This year', 'Last year', 'Path', 'Target'],
      ...Array.from({ length: 12 }, (_, index) => [
        `${index + 1}月`,
        index < 8 ? 36 * (index + 1) : null,
        33 * (index + 1),
        41 * (index + 1),
        500,
      ]),
    ]),
    {
      addChart: {
        chart: {
          chartId: 7003,
          spec: {
            title: 'Output <of> the year',
            altText: 'Eight months are behind the path.',
            basicChart: {
              chartType: 'LINE',
              headerCount: 1,
              axis: [{ position: 'LEFT_AXIS', title: '亿元' }],
              domains: [{ domain: dataColumn(0) }],
              series: [
                { series: dataColumn(1), colorStyle: { rgbColor: BLUE }, lineStyle: { width: 4 } },
                { series: dataColumn(2), colorStyle: { rgbColor: GREY } },
                { series: dataColumn(3), lineStyle: { type: 'MEDIUM_DASHED' } },
                { series: dataColumn(4), colorStyle: { rgbColor: INK } },
              ],
            },
          },
          position: {
            overlayPosition: {
              anchorCell: { sheetId: LOOKS_ID, rowIndex: 7, columnIndex: 1 },
              offsetXPixels: 10,
              offsetYPixels: 4,
              widthPixels: 560,
              heightPixels: 320,
            },
          },
        },
      },
    },
  ]
  await county.open().commit(requests as never)
}

function dataColumn(column: number) {
  const source = { sheetId: DATA_ID, startRowIndex: 0, endRowIndex: 13, startColumnIndex: column, endColumnIndex: column + 1 }
  return { sourceRange: { sources: [source] } }
}
