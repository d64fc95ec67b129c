import { SETTING_KEYS } from '../../model/settings.ts'
import type { SheetRequest } from '../../model/sheet-request.ts'
import { type CellValue, COLUMNS, type TabKey, type TableKey } from '../../model/tabs.ts'
import type { Texts } from '../../model/texts/texts.ts'
import { growRows, insertRows, typedCell } from '../../report/cells.ts'
import { tabMark } from '../../report/template/create-tab.ts'
import { mendTab } from '../../report/template/mend-tab.ts'
import type { Mending, Place } from '../../report/template/mending.ts'
import { formulaMendings } from '../../report/template/status-formula-mending.ts'
import { TAB_ORDER } from '../../report/template/tab-looks.ts'
import { tabTemplate } from '../../report/template/tab-template.ts'
import { addColumns } from './add-columns.ts'
import { settingRow } from './make-tabs.ts'
import { mendSummary } from './mend-summary.ts'
import { type KnownTab, settingsPresent, type WorkbookState } from './workbook-state.ts'

const NO_COLUMNS: Place = { headerRow: 0, columns: {}, nameless: new Set() }

/** Rows of headers and columns that the tabs lack. They come first: everything else is about columns that are there. */
export const missingColumns = ({ tabs }: WorkbookState, texts: Texts): Mending[] =>
  TAB_ORDER.flatMap((tab) => {
    const found = tabs[tab]
    return found?.located ? addColumns(tab as TableKey, found.details, found.located, texts) : []
  })

/** Everything else that the tabs lack: what the template wants less what is there. */
export function mendWorkbook(state: WorkbookState, editors: readonly string[], texts: Texts): Mending[] {
  const { tabs, lists, clusterKeys } = state
  return [...TAB_ORDER.flatMap((tab) => mendTabOf(tab)), ...mendSummary(state, texts)]

  function mendTabOf(tab: TabKey): Mending[] {
    const found = tabs[tab]
    if (!found) return []
    const { sheet, details, located } = found
    const mark: Mending[] = sheet.key === null ? [{ kind: 'mark', tab, cell: null, requests: [tabMark(tab, sheet.sheetId)] }] : []
    const place = located ? located.place : NO_COLUMNS
    if (!place) return mark
    return [
      ...mark,
      ...mendTab(tabTemplate(tab, clusterKeys, texts), details, place, lists, editors),
      ...(tab === 'submissions' && tabs.status ? formulaMendings(details, place, tabs.status.sheet.title, texts) : []),
      ...(tab === 'settings' ? missingSettings(found, state, texts) : []),
    ]
  }
}

/** Settings that an older workbook doesn't know, as new rows below the others. */
function missingSettings(settings: KnownTab, { language }: WorkbookState, texts: Texts): Mending[] {
  const { details, located } = settings
  const { columns } = located!.place!
  const present = settingsPresent(settings)
  const missing = SETTING_KEYS.filter((key) => !present.has(key))
  if (missing.length === 0 || columns.key === undefined || columns.value === undefined) return []
  const { sheetId, rowCount, cells } = details
  const first = 1 + cells.findLastIndex((row) => row.some(({ value, formula }) => value !== null || formula !== null))
  const room =
    first < rowCount ? [insertRows(sheetId, first, missing.length)] : growRows(sheetId, rowCount, first + missing.length)
  return missing.map((key, index) => ({
    kind: 'setting',
    tab: 'settings' satisfies TabKey,
    cell: key,
    requests: [
      ...(index === 0 ? room : []),
      ...settingCells(sheetId, first + index, columns, settingRow(key, undefined, language, texts)),
    ],
  }))
}

const settingCells = (sheetId: number, rowIndex: number, columns: Place['columns'], row: readonly CellValue[]): SheetRequest[] =>
  COLUMNS.settings.flatMap((key, index): SheetRequest[] => {
    const columnIndex = columns[key]
    return columnIndex === undefined || row[index] === null
      ? []
      : [
          {
            updateCells: {
              start: { sheetId, rowIndex, columnIndex },
              rows: [{ values: [typedCell(row[index]!)] }],
              fields: 'userEnteredValue',
            },
          },
        ]
  })
