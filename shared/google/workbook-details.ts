import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js'
import {
  type CellDetails,
  type ColouringDetails,
  type ColumnDetails,
  EMPTY_CELL,
  type ProtectionDetails,
  type TabDetails,
} from '../model/tab-details.ts'
import type { CellValue } from '../model/tabs.ts'
import { gridRangeOf, propertiesOf } from './sheet-answers.ts'

/** Key of the developer metadata that names a column. */
const COLUMN_METADATA_KEY = 'tallysheet.column'

/** Everything that the template looks at, and no figure's display or result. */
export const DETAILS_FIELDS =
  'spreadsheetId,sheets(properties(sheetId,title,hidden,gridProperties(rowCount,columnCount,frozenRowCount)),' +
  'protectedRanges(protectedRangeId,range,description,warningOnly,requestingUserCanEdit,editors(users)),' +
  'conditionalFormats(ranges,booleanRule(condition)),' +
  'basicFilter(range,criteria,filterSpecs,sortSpecs),' +
  'data(columnMetadata(pixelSize,hiddenByUser,developerMetadata(metadataId,metadataKey,metadataValue)),' +
  'rowData(values(userEnteredValue,note,dataValidation,userEnteredFormat(numberFormat,textFormat(bold))))))'

/** The details of a sheet in Google's answer, of which the first `rowsRead` rows were asked for. */
export function detailsOf(sheet: sheets_v4.Schema$Sheet, rowsRead: number): TabDetails {
  const data = sheet.data?.[0]
  return {
    ...propertiesOf(sheet),
    rowsRead,
    columns: (data?.columnMetadata ?? []).map(columnOf),
    cells: (data?.rowData ?? []).map(({ values }) => (values ?? []).map(cellOf)),
    protections: (sheet.protectedRanges ?? []).map(protectionOf),
    colourings: (sheet.conditionalFormats ?? []).map(colouringOf),
    ...(sheet.basicFilter ? { filter: { ...sheet.basicFilter, range: gridRangeOf(sheet.basicFilter.range) } } : {}),
  }
}

function columnOf({ pixelSize, hiddenByUser, developerMetadata }: sheets_v4.Schema$DimensionProperties): ColumnDetails {
  const mark = developerMetadata?.find(({ metadataKey }) => metadataKey === COLUMN_METADATA_KEY)
  return {
    key: mark?.metadataValue ?? null,
    keyId: mark?.metadataId ?? null,
    width: pixelSize ?? 0,
    hidden: hiddenByUser ?? false,
  }
}

function cellOf(cell: sheets_v4.Schema$CellData): CellDetails {
  if (Object.keys(cell).length === 0) return EMPTY_CELL
  const { userEnteredValue, userEnteredFormat, dataValidation, note } = cell
  const format = userEnteredFormat?.numberFormat
  return {
    value: typedValue(userEnteredValue),
    formula: userEnteredValue?.formulaValue ?? null,
    note: note ?? '',
    bold: userEnteredFormat?.textFormat?.bold ?? false,
    format: format ? { type: format.type ?? '', pattern: format.pattern ?? '' } : null,
    validation: dataValidation
      ? {
          type: dataValidation.condition?.type ?? '',
          values: (dataValidation.condition?.values ?? []).map(({ userEnteredValue: value }) => value ?? ''),
          strict: dataValidation.strict ?? false,
          dropDown: dataValidation.showCustomUi ?? false,
        }
      : null,
  }
}

const typedValue = (value: sheets_v4.Schema$ExtendedValue | undefined): CellValue =>
  value?.stringValue ?? value?.numberValue ?? value?.boolValue ?? null

const protectionOf = (range: sheets_v4.Schema$ProtectedRange): ProtectionDetails => ({
  id: range.protectedRangeId ?? 0,
  description: range.description ?? '',
  range: gridRangeOf(range.range),
  warningOnly: range.warningOnly ?? false,
  editable: range.requestingUserCanEdit ?? false,
  editors: range.editors?.users ?? [],
})

const colouringOf = ({ ranges, booleanRule }: sheets_v4.Schema$ConditionalFormatRule, index: number): ColouringDetails => ({
  index,
  ranges: (ranges ?? []).map(gridRangeOf),
  formula: booleanRule?.condition?.type === 'CUSTOM_FORMULA' ? (booleanRule.condition.values?.[0]?.userEnteredValue ?? '') : null,
})
