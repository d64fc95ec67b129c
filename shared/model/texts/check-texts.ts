/** What set-up can put right, in a workbook that lacks it. */
export type MendingKind =
  | 'tab'
  | 'mark'
  | 'fence'
  | 'column'
  | 'header-row'
  | 'header'
  | 'column-mark'
  | 'note'
  | 'look'
  | 'format'
  | 'choices'
  | 'width'
  | 'frozen'
  | 'hidden'
  | 'filter'
  | 'protection'
  | 'editors'
  | 'colours'
  | 'formula'
  | 'setting'
  | 'chart'
  | 'layout'

/** What a line of `tallysheet check` is about. */
export type CheckName =
  | 'access'
  | 'tabs'
  | 'copies'
  | 'columns'
  | 'template'
  | 'formula'
  | 'protection'
  | 'fence'
  | 'settings'
  | 'targets'
  | 'registers'
  | 'formulas'
  | 'confidentiality'

/** The words of set-up and check. `where` names tab and cell. */
export interface CheckTexts {
  /** `Submissions D1` */
  where: (tab: string, cell: string | null) => string
  done: Record<MendingKind, (where: string) => string>
  lacking: Record<MendingKind, (where: string) => string>
  name: Record<CheckName, string>
  fine: string
  /** What to do about what set-up can put right. */
  runSetUp: string
  copies: { message: (title: string) => string; hint: string }
  columnMissing: { message: (expected: string, found: string) => string; hint: (expected: string) => string }
  columnTwice: { message: (expected: string, cells: string) => string; hint: string }
  shutOut: { message: (where: string) => string; hint: string }
  confidentiality: { message: string; hint: string }
  moreRows: (count: number) => string
}
