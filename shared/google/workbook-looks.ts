import { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js'
import {
  type CellLooks,
  type FullFormat,
  type NativeChart,
  type RowLooks,
  type SheetLooks,
  USUAL_HEIGHT_PX,
} from '../model/sheet-looks.ts'
import { quotedTitle } from '../model/tabs.ts'
import type { WorkbookLooks } from '../ports.ts'
import { DEFAULT_POLICY, withRetry } from './retry.ts'
import { gridRangeOf, propertiesOf } from './sheet-answers.ts'
import { classifyTrouble, GarbledAnswer } from './trouble.ts'
import type { WorkbookOptions } from './workbook.ts'
import { FENCE_TITLE } from './workbook-structure.ts'

/**
 * Cells a request: some 10 MB of answer. 100,000 rows of reports make 57 requests, which stays within the 60 that a user has a minute
 * (google.md, "Sheets").
 */
const CELLS_A_REQUEST = 40_000
const TIMEOUT_MS = 120_000

const SHEET_FIELDS =
  'spreadsheetId,sheets(properties(sheetId,title,hidden,sheetType,tabColorStyle,' +
  'gridProperties(rowCount,columnCount,frozenRowCount,frozenColumnCount,hideGridlines)),merges,' +
  'conditionalFormats(ranges,booleanRule),basicFilter(range),charts(chartId,spec,position),' +
  'data(columnMetadata(pixelSize,hiddenByUser)))'

/** Without the colours that Google says twice, and what nobody takes over. */
const FORMAT_FIELDS =
  'numberFormat,backgroundColorStyle,borders,horizontalAlignment,verticalAlignment,wrapStrategy,' +
  'textFormat(foregroundColorStyle,fontFamily,fontSize,bold,italic,strikethrough,underline,link)'

const ROW_FIELDS =
  'spreadsheetId,sheets(data(rowMetadata(pixelSize,hiddenByUser),rowData(values(effectiveValue,userEnteredValue(formulaValue),' +
  `userEnteredFormat(${FORMAT_FIELDS}),effectiveFormat(numberFormat),note,hyperlink,dataValidation,textFormatRuns))))`

/** The door to what a spreadsheet looks like, in requests of bounded size. */
export function openWorkbookLooks({
  access,
  spreadsheetId,
  pacing,
  policy = DEFAULT_POLICY,
  timeoutMs = TIMEOUT_MS,
}: WorkbookOptions): WorkbookLooks {
  const client = new sheets_v4.Sheets(access)
  const requests = { read: 0, write: 0 }
  const get = (fields: string, range?: string): Promise<sheets_v4.Schema$Sheet[]> =>
    withRetry(
      async () => {
        requests.read++
        const ranges = range === undefined ? {} : { ranges: [range] }
        const parameters = { spreadsheetId, ...ranges, fields, prettyPrint: false }
        const { data } = await client.spreadsheets.get(parameters, { retry: false, timeout: timeoutMs })
        if (typeof data !== 'object' || data?.spreadsheetId !== spreadsheetId || !data.sheets) throw new GarbledAnswer()
        return data.sheets
      },
      classifyTrouble,
      pacing,
      policy,
    )

  const sheets = async (): Promise<SheetLooks[]> =>
    (await get(SHEET_FIELDS))
      .filter(({ properties }) => properties?.title !== FENCE_TITLE && (properties?.sheetType ?? 'GRID') === 'GRID')
      .map(sheetOf)

  async function* rows({ title, rowCount, columnCount }: SheetLooks): AsyncGenerator<{ first: number; rows: RowLooks[] }> {
    const rowsARequest = Math.max(1, Math.floor(CELLS_A_REQUEST / Math.max(1, columnCount)))
    for (let first = 0; first < rowCount; first += rowsARequest) {
      const last = Math.min(rowCount, first + rowsARequest)
      const [sheet] = await get(ROW_FIELDS, `${quotedTitle(title)}!${first + 1}:${last}`)
      if (!sheet) throw new GarbledAnswer()
      yield { first, rows: rowsOf(sheet.data?.[0] ?? {}) }
    }
  }

  return { sheets, rows, requests }
}

function sheetOf(sheet: sheets_v4.Schema$Sheet): SheetLooks {
  const { properties, merges, conditionalFormats, basicFilter, charts, data } = sheet
  const grid = properties?.gridProperties
  return {
    ...propertiesOf(sheet),
    frozenColumns: grid?.frozenColumnCount ?? 0,
    gridLines: !grid?.hideGridlines,
    tabColour: (properties?.tabColorStyle?.rgbColor as SheetLooks['tabColour']) ?? null,
    columns: (data?.[0]?.columnMetadata ?? []).map(({ pixelSize, hiddenByUser }) => ({
      widthPx: pixelSize ?? 100,
      hidden: hiddenByUser ?? false,
    })),
    merges: (merges ?? []).map(gridRangeOf),
    colourings: (conditionalFormats ?? []).flatMap(({ ranges, booleanRule }) =>
      booleanRule?.condition
        ? [
            {
              ranges: (ranges ?? []).map(gridRangeOf),
              condition: booleanRule.condition as SheetLooks['colourings'][number]['condition'],
              format: (booleanRule.format ?? {}) as FullFormat,
            },
          ]
        : [],
    ),
    filter: basicFilter?.range ? gridRangeOf(basicFilter.range) : null,
    charts: (charts ?? []) as NativeChart[],
  }
}

/** Rows as far as they hold anything or have a height of their own. */
function rowsOf({ rowData = [], rowMetadata = [] }: sheets_v4.Schema$GridData): RowLooks[] {
  const used = Math.max(
    rowData.length,
    1 +
      rowMetadata.findLastIndex(
        ({ pixelSize, hiddenByUser }) => hiddenByUser || (pixelSize ?? USUAL_HEIGHT_PX) !== USUAL_HEIGHT_PX,
      ),
  )
  return Array.from({ length: used }, (_, row) => ({
    heightPx: rowMetadata[row]?.pixelSize ?? USUAL_HEIGHT_PX,
    hidden: rowMetadata[row]?.hiddenByUser ?? false,
    cells: (rowData[row]?.values ?? []) as CellLooks[],
  }))
}
