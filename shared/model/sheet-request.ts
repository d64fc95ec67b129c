/**
 * Changes to a spreadsheet as data, in the words of the Sheets API's batchUpdate: rendering yields a list of them, committing
 * sends them. Only the kinds and fields that the product uses.
 */
export interface TypedCell {
  /** Absent: the cell is emptied. Text is always a stringValue, so that nothing typed by people becomes a formula. */
  userEnteredValue?: { stringValue: string } | { numberValue: number } | { boolValue: boolean } | { formulaValue: string }
  userEnteredFormat?: CellFormat
  /** Looks of parts of a text; the only one of ours is a link that spans it all. Writing a value takes them away. */
  textFormatRuns?: { startIndex: number; format: { link: { uri: string } } }[]
  note?: string
}

export interface Rgb {
  red?: number
  green?: number
  blue?: number
}

export interface CellFormat {
  backgroundColorStyle?: { rgbColor: Rgb }
  textFormat?: { bold?: boolean; italic?: boolean; fontSize?: number; foregroundColorStyle?: { rgbColor: Rgb } }
  numberFormat?: { type: 'TEXT' | 'NUMBER' | 'PERCENT' | 'DATE'; pattern: string }
  horizontalAlignment?: 'LEFT' | 'CENTER' | 'RIGHT'
  verticalAlignment?: 'TOP' | 'MIDDLE' | 'BOTTOM'
  wrapStrategy?: 'WRAP' | 'CLIP' | 'OVERFLOW_CELL'
}

/** Half-open, from 0; a missing bound is open. */
export interface GridRange {
  sheetId: number
  startRowIndex?: number
  endRowIndex?: number
  startColumnIndex?: number
  endColumnIndex?: number
}

interface DimensionRange {
  sheetId: number
  dimension: 'ROWS' | 'COLUMNS'
  startIndex: number
  endIndex: number
}

interface SheetProperties {
  sheetId?: number
  title?: string
  index?: number
  hidden?: boolean
  gridProperties?: {
    rowCount?: number
    columnCount?: number
    frozenRowCount?: number
    frozenColumnCount?: number
    hideGridlines?: boolean
  }
  tabColorStyle?: { rgbColor: Rgb }
}

interface MetadataLocation {
  sheetId?: number
  spreadsheet?: true
  dimensionRange?: DimensionRange
}

interface ProtectedRange {
  protectedRangeId?: number
  range?: GridRange
  description?: string
  warningOnly?: boolean
  editors?: { users?: string[]; groups?: string[]; domainUsersCanEdit?: boolean }
}

interface BooleanCondition {
  type: string
  values?: { userEnteredValue: string }[]
}

/** The filter of a sheet; what people filter and sort by is passed on as it is. */
export interface BasicFilter {
  range: GridRange
  criteria?: unknown
  filterSpecs?: unknown
  sortSpecs?: unknown
}

/** Cells that a chart draws from. */
interface ChartSource {
  sourceRange: { sources: GridRange[] }
}

export interface ChartSpec {
  title?: string
  altText?: string
  fontName?: string
  hiddenDimensionStrategy?: 'SHOW_ALL'
  basicChart?: {
    chartType: 'LINE' | 'COLUMN' | 'COMBO'
    legendPosition: 'BOTTOM_LEGEND'
    axis: { position: 'BOTTOM_AXIS' | 'LEFT_AXIS'; title?: string }[]
    domains: { domain: ChartSource }[]
    series: {
      series: ChartSource
      targetAxis: 'LEFT_AXIS'
      type?: 'LINE' | 'COLUMN'
      colorStyle: { rgbColor: Rgb }
      lineStyle?: { type: 'SOLID' | 'MEDIUM_DASHED' | 'DOTTED'; width: number }
    }[]
    headerCount: number
  }
}

interface EmbeddedChart {
  chartId: number
  spec: ChartSpec
  position: {
    overlayPosition: {
      anchorCell: { sheetId: number; rowIndex: number; columnIndex: number }
      offsetXPixels: number
      offsetYPixels: number
      widthPixels: number
      heightPixels: number
    }
  }
}

export type SheetRequest =
  | {
      updateCells: {
        start: { sheetId: number; rowIndex: number; columnIndex: number }
        rows: { values: TypedCell[] }[]
        fields: string
      }
    }
  | { repeatCell: { range: GridRange; cell: TypedCell; fields: string } }
  | { insertDimension: { range: DimensionRange; inheritFromBefore: boolean } }
  | { deleteDimension: { range: DimensionRange } }
  | { appendDimension: { sheetId: number; dimension: 'ROWS' | 'COLUMNS'; length: number } }
  | { addSheet: { properties: SheetProperties } }
  | { deleteSheet: { sheetId: number } }
  | { updateSheetProperties: { properties: SheetProperties; fields: string } }
  | { updateSpreadsheetProperties: { properties: { title?: string; locale?: string; timeZone?: string }; fields: string } }
  | {
      updateDimensionProperties: {
        range: DimensionRange
        properties: { pixelSize?: number; hiddenByUser?: boolean }
        fields: string
      }
    }
  | {
      createDeveloperMetadata: {
        developerMetadata: {
          metadataKey: string
          metadataValue: string
          location: MetadataLocation
          visibility: 'DOCUMENT' | 'PROJECT'
        }
      }
    }
  | { deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataId: number } | { metadataKey: string } } } }
  | { addProtectedRange: { protectedRange: ProtectedRange } }
  | { updateProtectedRange: { protectedRange: ProtectedRange; fields: string } }
  | { deleteProtectedRange: { protectedRangeId: number } }
  | {
      setDataValidation: {
        range: GridRange
        rule?: { condition: BooleanCondition; inputMessage?: string; strict: boolean; showCustomUi: boolean }
      }
    }
  | {
      addConditionalFormatRule: {
        index: number
        rule: { ranges: GridRange[]; booleanRule: { condition: BooleanCondition; format: CellFormat } }
      }
    }
  | { deleteConditionalFormatRule: { sheetId: number; index: number } }
  | { setBasicFilter: { filter: BasicFilter } }
  | { mergeCells: { range: GridRange; mergeType: 'MERGE_ALL' } }
  | { unmergeCells: { range: GridRange } }
  | { addChart: { chart: EmbeddedChart } }
  | { updateChartSpec: { chartId: number; spec: ChartSpec } }
