import type { Sheet } from '../../infra/local/google-apis/sheet.ts'
import { COLUMNS, INPUT_TABS } from '../../shared/model/tabs.ts'

/** I3: values and formulas that people own, as the emulator holds them, to compare before and after. */
export const ownedByPeople = (sheetOf: (tab: (typeof INPUT_TABS)[number]) => Sheet): string =>
  JSON.stringify(
    INPUT_TABS.map((tab) => {
      const { grid } = sheetOf(tab)
      const width = tab === 'submissions' ? COLUMNS.submissions.indexOf('status') : COLUMNS[tab].length
      return Array.from({ length: grid.usedRows }, (_, row) => Array.from(grid.cells(row) ?? []).slice(0, width))
    }),
  )
