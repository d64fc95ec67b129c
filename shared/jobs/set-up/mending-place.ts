import type { Texts } from '../../model/texts/texts.ts'
import type { Mending } from '../../report/template/mending.ts'
import type { WorkbookState } from './workbook-state.ts'

/** Tab and cell of a mending, as people see them. */
export const mendingPlace = ({ tab, cell }: Mending, { tabs }: WorkbookState, texts: Texts): string =>
  texts.check.where(tabs[tab]?.sheet.title ?? texts.workbook.tab[tab], cell)
