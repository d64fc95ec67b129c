/** A sheet without its cells, as every reading of one tells it; empty rows and columns count. */
export interface SheetProperties {
  sheetId: number
  title: string
  hidden: boolean
  rowCount: number
  columnCount: number
  frozenRows: number
}
