import type { CellFormat } from '../../model/sheet-request.ts'
import { COLUMNS, type ColumnKey, type TabKey, type TableKey } from '../../model/tabs.ts'
import type { Texts } from '../../model/texts/texts.ts'
import { type Choices, columnChoices } from './choices.ts'
import { columnFormat, columnWidth, isTechnical } from './column-looks.ts'
import { COLOURS, TAB_LOOKS, type TabLook } from './tab-looks.ts'

/** A column as it should be. */
export interface ColumnTemplate {
  key: ColumnKey
  header: string
  /** Empty: no note. */
  note: string
  width: number
  /** For the program only: made hidden. */
  technical: boolean
  format: NonNullable<CellFormat['numberFormat']> | null
  choices: Choices | null
}

/** What is protected: the whole sheet, the header row, or the columns that the status formula fills. */
export type ProtectedArea = 'sheet' | 'header' | 'status'

/** Rows (or cells of the column alone) that show a label in the column get a look. */
export interface ColouringTemplate {
  column: ColumnKey
  label: string
  wholeRow: boolean
  format: CellFormat
}

/** A tab as it should be: what creation makes and repair puts back. */
export interface TabTemplate extends TabLook {
  tab: TabKey
  title: string
  /** Empty where the tab is no table. */
  columns: readonly ColumnTemplate[]
  protections: readonly ProtectedArea[]
  colourings: readonly ColouringTemplate[]
  /** People work through it: each column can be filtered. */
  filter: boolean
}

const isTable = (tab: TabKey): tab is TableKey => tab in COLUMNS

/** The template of a tab in a language; `clusterKeys` are what scopes and audiences offer. */
export function tabTemplate(tab: TabKey, clusterKeys: readonly string[], texts: Texts): TabTemplate {
  const look = TAB_LOOKS[tab]
  return {
    ...look,
    tab,
    title: texts.workbook.tab[tab],
    columns: isTable(tab) ? COLUMNS[tab].map((key) => columnTemplate(tab, key, clusterKeys, texts)) : [],
    protections: look.protected ? ['sheet'] : tab === 'submissions' ? ['header', 'status'] : ['header'],
    colourings: colouringsOf(tab, texts),
    filter: tab === 'problems',
  }
}

function columnTemplate(tab: TableKey, key: ColumnKey, clusterKeys: readonly string[], texts: Texts): ColumnTemplate {
  const words = (byTab: object) => (byTab as Partial<Record<TableKey, Partial<Record<ColumnKey, string>>>>)[tab]?.[key] ?? ''
  return {
    key,
    header: words(texts.workbook.header),
    note: words(texts.template.note),
    width: columnWidth(key),
    technical: isTechnical(tab, key),
    format: columnFormat(tab, key),
    choices: columnChoices(tab, key, clusterKeys, texts),
  }
}

const REJECTED: CellFormat = { backgroundColorStyle: { rgbColor: COLOURS.rejected }, textFormat: { bold: true } }
const HELD: CellFormat = { backgroundColorStyle: { rgbColor: COLOURS.held } }
const NOTED: CellFormat = { backgroundColorStyle: { rgbColor: COLOURS.noted } }
const EDITED: CellFormat = { backgroundColorStyle: { rgbColor: COLOURS.edited }, textFormat: { italic: true } }

function colouringsOf(tab: TabKey, { workbook, rules, mail }: Texts): ColouringTemplate[] {
  const looks = (column: ColumnKey, wholeRow: boolean, labels: readonly (readonly [string, CellFormat])[]) =>
    labels.map(([label, format]) => ({ column, label, wholeRow, format }))
  if (tab === 'submissions')
    return looks('status', true, [
      [workbook.verdict.rejected, REJECTED],
      [workbook.verdict.held, HELD],
      [workbook.verdict.noted, NOTED],
      [workbook.edited, EDITED],
    ])
  if (tab === 'sent')
    return looks('state', false, [
      [mail.state['needs-decision'], REJECTED],
      [mail.state.rejected, REJECTED],
      [mail.state.planned, HELD],
    ])
  if (tab === 'problems')
    return looks('severity', false, [
      [rules.severity.rejected, REJECTED],
      [rules.severity.held, HELD],
      [rules.severity.note, NOTED],
    ])
  return []
}
