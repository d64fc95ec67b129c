import type { ProtectionDetails } from '../../model/tab-details.ts'
import type { TabKey } from '../../model/tabs.ts'
import type { CheckName, MendingKind } from '../../model/texts/check-texts.ts'
import type { Texts } from '../../model/texts/texts.ts'
import type { Mending } from '../../report/template/mending.ts'
import { isOurProtection } from '../../report/template/protection-mendings.ts'
import { TAB_LOOKS, TAB_ORDER } from '../../report/template/tab-looks.ts'
import { mendWorkbook, missingColumns } from '../set-up/mend-workbook.ts'
import { mendingPlace } from '../set-up/mending-place.ts'
import type { KnownTab, WorkbookState } from '../set-up/workbook-state.ts'
import type { Finding } from './finding.ts'

const CHECK_OF: Record<MendingKind, CheckName> = {
  tab: 'tabs',
  mark: 'tabs',
  hidden: 'tabs',
  fence: 'fence',
  column: 'columns',
  'header-row': 'columns',
  header: 'columns',
  'column-mark': 'template',
  note: 'template',
  look: 'template',
  format: 'template',
  choices: 'template',
  width: 'template',
  frozen: 'template',
  filter: 'template',
  colours: 'template',
  protection: 'protection',
  editors: 'protection',
  formula: 'formula',
  setting: 'settings',
  chart: 'template',
  layout: 'template',
}

/** Everything that set-up would put right. */
export function templateFindings(state: WorkbookState, texts: Texts): Finding[] {
  const missing = TAB_ORDER.filter((tab) => !state.tabs[tab]).map(
    (tab): Mending => ({ kind: 'tab', tab, cell: null, requests: [] }),
  )
  const fence: Mending[] = state.structure.fence === null ? [{ kind: 'fence', tab: 'status', cell: null, requests: [] }] : []
  return [...missing, ...missingColumns(state, texts), ...mendWorkbook(state, state.editors, texts), ...fence].map((mending) => {
    const where = mendingPlace(mending, state, texts)
    return {
      check: CHECK_OF[mending.kind],
      ok: false,
      where: mending.kind === 'fence' ? '' : where,
      message: texts.check.lacking[mending.kind](where),
      hint: texts.check.runSetUp,
    }
  })
}

/** Protected ranges that keep the program from writing where it has to. */
export const shutOutFindings = ({ tabs }: WorkbookState, texts: Texts): Finding[] =>
  (Object.entries(tabs) as [TabKey, KnownTab][]).flatMap(([tab, known]) =>
    known.details.protections
      .filter((range) => !range.editable && !range.warningOnly && isInTheWay(range, tab, known))
      .map(({ description }) => {
        const where = texts.check.where(known.sheet.title, description || null)
        return {
          check: 'protection' as const,
          ok: false,
          where,
          message: texts.check.shutOut.message(where),
          hint: texts.check.shutOut.hint,
        }
      }),
  )

function isInTheWay(range: ProtectionDetails, tab: TabKey, { located }: KnownTab): boolean {
  if (TAB_LOOKS[tab].protected || isOurProtection(range)) return true
  const status = tab === 'submissions' ? located?.place?.columns.status : undefined
  const { startColumnIndex = 0, endColumnIndex = Number.POSITIVE_INFINITY } = range.range
  return status !== undefined && startColumnIndex <= status + 1 && endColumnIndex > status
}
