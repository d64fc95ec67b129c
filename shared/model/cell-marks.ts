/** Key of the developer metadata that a run leaves on Submissions while formulas in it fetch from elsewhere. */
export const FETCHING_METADATA_KEY = 'tallysheet.fetching'

/** What else than its cells' values a tab has that matters to judging them; rows and columns from 0, ranges half-open. */
export interface CellMarks {
  /** Cells that hold a live formula. */
  formulas: readonly { row: number; column: number; text: string }[]
  merges: readonly { startRow: number; endRow: number; startColumn: number; endColumn: number }[]
}
