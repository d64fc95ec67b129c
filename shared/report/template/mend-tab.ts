import type { SheetRequest } from '../../model/sheet-request.ts'
import type { TabDetails } from '../../model/tab-details.ts'
import { colouringMendings } from './colouring-mendings.ts'
import { columnMendings } from './column-mendings.ts'
import type { ListPlaces, Mending, Place } from './mending.ts'
import { protectionMendings } from './protection-mendings.ts'
import type { TabTemplate } from './tab-template.ts'

/** Everything that a tab lacks of its template but missing columns: what is wanted less what is there. */
export function mendTab(
  template: TabTemplate,
  present: TabDetails,
  place: Place,
  lists: ListPlaces,
  editors: readonly string[],
): Mending[] {
  return [
    ...sheetMendings(template, present, place),
    ...filterMendings(template, present, place),
    ...columnMendings(template, present, place, lists),
    ...colouringMendings(template, present, place),
    ...protectionMendings(template, present, place, editors),
  ]
}

/** The filter where there is none, or where it ends above the last row: then what people filter and sort by goes with it. */
function filterMendings({ tab, filter }: TabTemplate, present: TabDetails, { headerRow, columns }: Place): Mending[] {
  const { sheetId, rowCount } = present
  if (!filter || (present.filter && (present.filter.range.endRowIndex ?? rowCount) >= rowCount)) return []
  // Open at the end, so that rows that are added are covered.
  const range = {
    sheetId,
    startRowIndex: headerRow,
    startColumnIndex: 0,
    endColumnIndex: Math.max(...Object.values(columns)) + 1,
  }
  return [{ kind: 'filter', tab, cell: null, requests: [{ setBasicFilter: { filter: { ...present.filter, range } } }] }]
}

/** People may freeze more, and hide or colour tabs as they like; only what the program needs hidden is hidden again. */
function sheetMendings({ tab, columns, hidden }: TabTemplate, present: TabDetails, { headerRow }: Place): Mending[] {
  const { sheetId } = present
  const mend = (kind: 'frozen' | 'hidden', request: SheetRequest): Mending => ({ kind, tab, cell: null, requests: [request] })
  return [
    ...(columns.length > 0 && present.frozenRows <= headerRow
      ? [
          mend('frozen', {
            updateSheetProperties: {
              properties: { sheetId, gridProperties: { frozenRowCount: headerRow + 1 } },
              fields: 'gridProperties.frozenRowCount',
            },
          }),
        ]
      : []),
    ...(hidden && !present.hidden
      ? [mend('hidden', { updateSheetProperties: { properties: { sheetId, hidden: true }, fields: 'hidden' } })]
      : []),
  ]
}
