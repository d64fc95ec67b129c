import { markedCells } from '../intake/marked-cells.ts'
import type { Table } from '../intake/table.ts'
import { FETCHING_METADATA_KEY } from '../model/cell-marks.ts'
import type { SheetRequest } from '../model/sheet-request.ts'
import type { SeenTab, SheetState } from '../ports.ts'

/** Does a formula in a cell that people type fetch from elsewhere (inputs.md B48, security.md S10)? As far as the table's marks tell. */
export const hasFetchingFormulas = (table: Table): boolean =>
  [...markedCells(table).values()].some(({ external }) => external.length > 0)

/**
 * Formulas are dear to read, so a run reads them only where the mark says that there are some, and else sees them in its commit's
 * answer. Did that show some that the run didn't know of?
 */
export const sawFetchingFormulas = (seen: SeenTab | null, table: Table): boolean =>
  seen !== null && hasFetchingFormulas({ ...table, cells: { ...table.cells, marks: { formulas: seen.formulas, merges: [] } } })

/** Puts the mark or takes it away, where that is due; `has` is undefined where the run read no formulas. */
export function markFetching({ sheetId, fetching }: SheetState, has: boolean | undefined): SheetRequest[] {
  if (has === undefined || has === fetching) return []
  if (!has)
    return [{ deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataKey: FETCHING_METADATA_KEY } } } }]
  const developerMetadata = {
    metadataKey: FETCHING_METADATA_KEY,
    metadataValue: 'true',
    location: { sheetId },
    visibility: 'DOCUMENT' as const,
  }
  return [{ createDeveloperMetadata: { developerMetadata } }]
}
