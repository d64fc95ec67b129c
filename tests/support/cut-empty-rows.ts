import type { County } from './county.ts'

const USUALLY_KEPT = 40

/** Deletes the hundreds of empty rows below each tab's first ones: they only make the emulator slow. */
export function cutEmptyRows(county: County, kept = USUALLY_KEPT): void {
  for (const { sheetId, grid } of county.apis.state.all[0]!.spreadsheet.sheets) {
    if (grid.rowCount <= kept) continue
    const range = { sheetId, dimension: 'ROWS', startIndex: kept, endIndex: grid.rowCount }
    county.edit({ kind: 'requests', requests: [{ deleteDimension: { range } }] })
  }
}
