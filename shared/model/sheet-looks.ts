import type { SheetProperties } from './sheet-properties.ts'
import type { CellFormat, GridRange, Rgb } from './sheet-request.ts'

/** A border of a cell, in the words of the Sheets API. */
export interface CellBorder {
  style?: string
  colorStyle?: { rgbColor?: Rgb }
}

/** Everything that a format can say of what the export takes over. */
export interface FullFormat {
  numberFormat?: { type?: string; pattern?: string }
  backgroundColorStyle?: { rgbColor?: Rgb }
  borders?: { top?: CellBorder; bottom?: CellBorder; left?: CellBorder; right?: CellBorder }
  horizontalAlignment?: string
  verticalAlignment?: string
  wrapStrategy?: CellFormat['wrapStrategy'] | 'LEGACY_WRAP'
  textFormat?: {
    foregroundColorStyle?: { rgbColor?: Rgb }
    fontFamily?: string
    fontSize?: number
    bold?: boolean
    italic?: boolean
    strikethrough?: boolean
    underline?: boolean
    link?: { uri?: string }
  }
}

export interface Condition {
  type?: string
  values?: { userEnteredValue?: string }[]
}

/** A cell as it is shown, in the words of the Sheets API (CellData). */
export interface CellLooks {
  effectiveValue?: {
    numberValue?: number
    stringValue?: string
    boolValue?: boolean
    errorValue?: { type?: string }
  }
  userEnteredValue?: { formulaValue?: string }
  userEnteredFormat?: FullFormat
  /** Only the number format, which Google makes up for dates and formulas. */
  effectiveFormat?: Pick<FullFormat, 'numberFormat'>
  note?: string
  hyperlink?: string
  dataValidation?: { condition?: Condition; inputMessage?: string; strict?: boolean; showCustomUi?: boolean }
  textFormatRuns?: { startIndex?: number; format?: { link?: { uri?: string } } }[]
}

/** Google's height of a row that nobody gave one. */
export const USUAL_HEIGHT_PX = 21

/** Height in pixels. */
export interface RowLooks {
  heightPx: number
  hidden: boolean
  cells: readonly CellLooks[]
}

/** One series or the domain of a native chart. */
interface ChartSource {
  sourceRange?: { sources?: GridRange[] }
}

export interface NativeSeries {
  series?: ChartSource
  type?: string
  colorStyle?: { rgbColor?: Rgb }
  lineStyle?: { type?: string; width?: number }
}

/** An embedded chart of the kinds that have an axis each; others have no `basicChart`. */
export interface NativeChart {
  chartId?: number
  spec?: {
    title?: string
    altText?: string
    basicChart?: {
      chartType?: string
      headerCount?: number
      axis?: { position?: string; title?: string }[]
      domains?: { domain?: ChartSource }[]
      series?: NativeSeries[]
    }
  }
  position?: {
    overlayPosition?: {
      anchorCell?: { sheetId?: number; rowIndex?: number; columnIndex?: number }
      offsetXPixels?: number
      offsetYPixels?: number
      widthPixels?: number
      heightPixels?: number
    }
  }
}

/** A sheet with everything but its cells. */
export interface SheetLooks extends SheetProperties {
  frozenColumns: number
  gridLines: boolean
  tabColour: Rgb | null
  columns: readonly { widthPx: number; hidden: boolean }[]
  merges: readonly GridRange[]
  /** Conditional formats with a condition; those with a colour scale are not taken over. */
  colourings: readonly { ranges: readonly GridRange[]; condition: Condition; format: FullFormat }[]
  filter: GridRange | null
  charts: readonly NativeChart[]
}
