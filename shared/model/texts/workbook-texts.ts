import type { EmergingField } from '../enterprise.ts'
import type { TitleName } from '../plan.ts'
import type { Status } from '../progress.ts'
import type { Settings } from '../settings.ts'
import type { ColumnKey, TabKey, TableKey } from '../tabs.ts'
import type { Verdict } from '../verdict.ts'

/** The words of the workbook: tabs, headers, states. */
export interface WorkbookTexts {
  /** Titles of the tabs. */
  tab: Record<TabKey, string>
  /** Headers of the columns. */
  header: { [T in TableKey]: Record<ColumnKey<T>, string> }
  /** Further headers that people use for a column; matched like the headers. */
  headerAliases: { [T in TableKey]?: Partial<Record<ColumnKey<T>, readonly string[]>> }
  verdict: Record<Verdict, string>
  /** What the status column shows for a row that no run has seen as it stands. */
  edited: string
  notYetJudged: string
  status: Record<Status, string>
  field: Record<EmergingField, string>
  title: Record<TitleName, string>
  /** What each setting means, and which values it takes. */
  settingMeaning: Record<keyof Settings, string>
  /** The Guide tab: heading and text a line; an empty heading continues. */
  guide: readonly (readonly [string, string])[]
  /** Said in the Guide of a sample workbook. */
  guideSample: readonly [string, string]
}
